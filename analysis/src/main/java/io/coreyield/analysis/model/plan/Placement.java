package io.coreyield.analysis.model.plan;

/** Which logical CPU each worker runs on. */
public enum Placement implements NamedChoice {
  /** The scheduler decides. */
  OS("os"),
  /** One worker per physical core first, siblings after. */
  SPREAD("spread"),
  /** Fill each core before the next. */
  SIBLINGS("siblings"),
  /** All workers on one logical CPU: the floor of the yield scale. */
  SAME("same");

  private final String id;

  Placement(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /**
   * The placement of that name.
   *
   * @throws IllegalArgumentException naming the known placements, if there is none
   */
  public static Placement of(String id) {
    return NamedChoice.find(values(), "placement", id);
  }

  /** All names, comma-separated, in order. */
  public static String ids() {
    return NamedChoice.list(values());
  }

  @Override
  public String toString() {
    return id;
  }
}
