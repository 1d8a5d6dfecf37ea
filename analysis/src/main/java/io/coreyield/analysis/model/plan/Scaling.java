package io.coreyield.analysis.model.plan;

/** How the work of one operation grows with the number of workers. */
public enum Scaling implements NamedChoice {
  /** Each worker sums {@code n} elements: twice the workers, twice the work. The default. */
  WEAK,
  /** {@code n} elements are split over the workers: twice the workers, the same work. */
  STRONG;

  /** The scaling of that name; see {@link NamedChoice#find}. */
  public static Scaling of(String id) {
    return NamedChoice.find(values(), "scaling", id);
  }

  @Override
  public String toString() {
    return id();
  }
}
