package io.coreyield.analysis.model;

/** Why an iteration may not show what the configuration can do. */
public enum Taint implements Identified {
  /** A worker was on its CPU for less than 99 % of its wall time. */
  OFF_CPU("off-cpu"),
  /** A worker was found on another CPU than the placement names. */
  MISPLACED("misplaced");

  /** The share of its wall time that a worker must be on its CPU, or the iteration is tainted. */
  public static final double LEAST_ON_CPU = 0.99;

  private final String id;

  Taint(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
