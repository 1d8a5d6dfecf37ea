package io.coreyield.analysis.comparison;

import io.coreyield.analysis.stats.Estimate;

/** What a figure differs from that of the reference by, or why that cannot be said. */
public sealed interface Difference {

  /**
   * It can.
   *
   * @param estimate the figure less that of the reference, or over it less 1, by the row's scale;
   *     its interval holds together with all others of the comparison
   * @param word what it says
   */
  record Told(Estimate estimate, Word word) implements Difference {
    static Told of(Estimate estimate) {
      return new Told(estimate, Word.of(estimate));
    }
  }

  /**
   * It cannot.
   *
   * @param obstacle which rule forbids it
   * @param reason in words, without a full stop
   */
  record Refused(Obstacle obstacle, String reason) implements Difference {}

  /** It is that of the reference. */
  record Itself() implements Difference {}
}
