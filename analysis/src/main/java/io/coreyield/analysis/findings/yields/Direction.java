package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.stats.Estimate;

/** What the interval of a difference says. */
public enum Direction {
  /** The interval lies above 0. */
  LARGER("larger"),
  /** The interval lies below 0. */
  SMALLER("smaller"),
  /** The interval contains 0, or there is none. */
  CANNOT_TELL("cannot tell");

  private final String id;

  Direction(String id) {
    this.id = id;
  }

  /** The word in files. */
  public String id() {
    return id;
  }

  public static Direction of(Estimate difference) {
    if (difference.low() > 0) {
      return LARGER;
    }
    return difference.high() < 0 ? SMALLER : CANNOT_TELL;
  }

  @Override
  public String toString() {
    return id;
  }
}
