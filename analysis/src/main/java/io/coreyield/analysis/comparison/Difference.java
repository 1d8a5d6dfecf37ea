package io.coreyield.analysis.comparison;

import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;

/** How a figure differs from that of the baseline, or why the two are not compared. */
public sealed interface Difference {

  /**
   * The two are compared.
   *
   * @param estimate the figure less that of the baseline, or over it less 1, by the row's scale;
   *     its interval holds together with all others of the comparison
   * @param word what it says
   */
  record Measured(Estimate estimate, Direction word) implements Difference {}

  /**
   * A rule forbids to compare the two.
   *
   * @param obstacle the rule
   * @param named the run that the rule applies to, or what differs; empty where it names nothing
   */
  record Refused(IncomparableReason obstacle, List<String> named) implements Difference {}

  /** The figure is that of the baseline. */
  record Itself() implements Difference {}
}
