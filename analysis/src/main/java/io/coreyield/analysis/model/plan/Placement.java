package io.coreyield.analysis.model.plan;

/** Which logical CPU each worker runs on. */
public enum Placement implements NamedChoice {
  /** The scheduler decides. */
  OS,
  /** One worker per physical core first, siblings after. */
  SPREAD,
  /** Fill each core before the next. */
  SIBLINGS,
  /** All workers on one logical CPU: the floor of the yield scale. */
  SAME;

  /** The placement of that name; see {@link NamedChoice#find}. */
  public static Placement of(String id) {
    return NamedChoice.find(values(), "placement", id);
  }

  @Override
  public String toString() {
    return id();
  }
}
