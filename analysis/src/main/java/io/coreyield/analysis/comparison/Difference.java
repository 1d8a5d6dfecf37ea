package io.coreyield.analysis.comparison;

import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;

/** What a figure differs from that of the reference by, or why that cannot be said. */
public sealed interface Difference {

  /**
   * It can.
   *
   * @param estimate the figure less that of the reference, or over it less 1, by the row's scale;
   *     its interval holds together with all others of the comparison
   * @param word what it says
   */
  record Told(Estimate estimate, Direction word) implements Difference {
    static Told of(Estimate estimate) {
      return new Told(estimate, Direction.of(estimate));
    }
  }

  /**
   * It cannot.
   *
   * @param obstacle which rule forbids it
   * @param named the run that the rule holds of, or what differs; empty where it names nothing
   */
  record Refused(IncomparableReason obstacle, List<String> named) implements Difference {

    /** Copies the list. */
    public Refused {
      named = List.copyOf(named);
    }
  }

  /** It is that of the reference. */
  record Itself() implements Difference {}
}
