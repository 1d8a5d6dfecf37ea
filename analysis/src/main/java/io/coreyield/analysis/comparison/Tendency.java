package io.coreyield.analysis.comparison;

import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How the figures of a run differ from those of the baseline, taken together. Differences are
 * fractions.
 *
 * @param larger how many are clearly larger
 * @param smaller how many are clearly smaller
 * @param open how many may be either
 * @param least the lowest clear difference; NaN where none is clear
 * @param most the highest clear difference; NaN where none is clear
 * @param bound the farthest that an interval of any of them reaches from zero; NaN of none
 */
public record Tendency(int larger, int smaller, int open, double least, double most, double bound) {

  /** That of a run in some rows. */
  public static Tendency of(Comparison comparison, int run, List<Row> rows) {
    List<Difference.Measured> all =
        rows.stream()
            .flatMap(row -> comparison.difference(run, row).stream())
            .filter(Difference.Measured.class::isInstance)
            .map(Difference.Measured.class::cast)
            .toList();
    return new Tendency(
        count(all, Direction.LARGER),
        count(all, Direction.SMALLER),
        count(all, Direction.CANNOT_TELL),
        clear(all).min().orElse(Double.NaN),
        clear(all).max().orElse(Double.NaN),
        all.stream().mapToDouble(d -> reach(d.estimate())).max().orElse(Double.NaN));
  }

  private static int count(List<Difference.Measured> all, Direction word) {
    return (int) all.stream().filter(difference -> difference.word() == word).count();
  }

  private static DoubleStream clear(List<Difference.Measured> all) {
    return all.stream()
        .filter(difference -> difference.word() != Direction.CANNOT_TELL)
        .mapToDouble(difference -> difference.estimate().value());
  }

  /** The farthest that an interval reaches from zero. */
  public static double reach(Estimate estimate) {
    return Math.max(Math.abs(estimate.low()), Math.abs(estimate.high()));
  }

  /** Whether nothing was compared. */
  public boolean isEmpty() {
    return larger + smaller + open == 0;
  }

  /** Whether something is compared, and nothing differs clearly. */
  public boolean isOpen() {
    return open > 0 && larger + smaller == 0;
  }

  /** Whether some figures are clearly larger and none is clearly smaller. */
  public boolean isLarger() {
    return larger > 0 && smaller == 0;
  }

  /** Whether some figures are clearly smaller and none is clearly larger. */
  public boolean isSmaller() {
    return smaller > 0 && larger == 0;
  }
}
