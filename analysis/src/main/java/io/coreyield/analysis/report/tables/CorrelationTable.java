package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.correlation.Correlation;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;

/** How throughput goes with load and with the clock. */
public final class CorrelationTable {

  private static final String NONE_MOVES_WITH_IT = "no other figure moves with it";

  private CorrelationTable() {}

  /** Every correlation. */
  public static Table of(List<Correlation> correlations) {
    return new Table(
        "correlations",
        "Spearman's rank correlation of throughput with a figure of the same iteration or window.",
        List.of(
            Column.words("kernel", "Kernel"),
            Column.words("model", "Model"),
            Column.words("load_figure", "With"),
            Column.number("iterations", "n"),
            Column.measured("spearman", "Spearman"),
            Column.words("given", "At an equal"),
            Column.number("together", "Both together"),
            Column.measured("partial", "Partial")),
        correlations.stream().map(CorrelationTable::row).toList());
  }

  private static List<Cell> row(Correlation correlation) {
    List<Cell> row = new ArrayList<>();
    row.add(new Cell.Words(correlation.kernel().id()));
    row.add(new Cell.Words(correlation.model().id()));
    row.add(new Cell.Words(correlation.loadFigure()));
    row.add(new Cell.Count(correlation.iterations()));
    row.add(new Cell.Measured(correlation.spearman(), Unit.CORRELATION));
    Correlation.Partial partial = correlation.partial();
    if (partial == null) {
      row.add(new Cell.Words(""));
      row.add(new Cell.Figure(Double.NaN, Unit.CORRELATION));
      row.add(new Cell.Unmeasured(NONE_MOVES_WITH_IT));
    } else {
      row.add(new Cell.Words(partial.given()));
      row.add(new Cell.Figure(partial.together(), Unit.CORRELATION));
      row.add(new Cell.Measured(partial.spearman(), Unit.CORRELATION));
    }
    return row;
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
