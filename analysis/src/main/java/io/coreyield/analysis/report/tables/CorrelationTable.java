package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.correlation.Correlation;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.List;

/** How throughput goes with load and with the clock. */
public final class CorrelationTable {

  private static final Cell NO_PARTIAL = new Cell.Unmeasured("no other figure moves with it");

  private CorrelationTable() {}

  public static Table of(List<Correlation> correlations) {
    return new Columns<Correlation>()
        .kernelAndModel(Correlation::kernel, Correlation::model)
        .words("load_figure", "With", Correlation::loadFigure)
        .count("iterations", "n", Correlation::iterations)
        .measured("spearman", "Spearman", Unit.CORRELATION, Correlation::spearman)
        .words("given", "At an equal", c -> c.partial() == null ? "" : c.partial().given())
        .figure(
            "together",
            "Both together",
            Unit.CORRELATION,
            c -> c.partial() == null ? Double.NaN : c.partial().together())
        .measured("partial", "Partial", CorrelationTable::partial)
        .table(
            "correlations",
            "Spearman's rank correlation of throughput with a figure of the same iteration or window.",
            correlations.stream());
  }

  private static Cell partial(Correlation correlation) {
    Correlation.Partial partial = correlation.partial();
    return partial == null ? NO_PARTIAL : new Cell.Measured(partial.spearman(), Unit.CORRELATION);
  }

  /** What the intervals are, in a sentence; empty where there is none. */
  public static String lead(List<Correlation> correlations) {
    return correlations.stream()
        .filter(correlation -> correlation.spearman().hasInterval())
        .findFirst()
        .map(c ->
            "Intervals are by bootstrap of forks, bias-corrected and accelerated (BCa), and wide enough that %s with %d %%. Partial ones, at an equal other figure, are given where the two move together."
                .formatted(together(c.comparisons()), Math.round(100 * Estimate.LEVEL)))
        .orElse("");
  }

  private static String together(int comparisons) {
    return comparisons == 1
        ? "the one of them holds"
        : "all %d of them hold together".formatted(comparisons);
  }
}
