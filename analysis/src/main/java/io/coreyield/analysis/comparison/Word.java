package io.coreyield.analysis.comparison;

import io.coreyield.analysis.stats.Estimate;

/** A difference in a word. */
public enum Word {
  /** The interval lies above 0. */
  LARGER("larger"),
  /** The interval lies below 0. */
  SMALLER("smaller"),
  /** The interval holds 0. */
  CANNOT_TELL("cannot tell");

  private final String id;

  Word(String id) {
    this.id = id;
  }

  /** The word. */
  public String id() {
    return id;
  }

  static Word of(Estimate difference) {
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
