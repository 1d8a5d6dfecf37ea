package io.coreyield.fleet.summary;

import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.IndependentDifference;
import java.time.LocalDateTime;
import java.util.List;

/**
 * How a figure of one machine changed from its first run to its last, of those under the
 * circumstances of the last.
 *
 * @param runs how many there are of it
 * @param change the last less the first, or over it less 1, by the kind's scale; the intervals of
 *     all changes of a fleet hold together with 95 % (Bonferroni)
 * @param word what its interval says
 */
public record Drift(
    String machine,
    Cpu cpu,
    Row row,
    int runs,
    LocalDateTime first,
    LocalDateTime last,
    Estimate change,
    Direction word) {

  /** Of histories, each of one machine and row, by ascending time. */
  static List<Drift> of(List<List<MachineFigure>> histories) {
    double level = 1 - (1 - Estimate.LEVEL) / Math.max(1, histories.size());
    return histories.stream().map(history -> of(history, level)).toList();
  }

  private static Drift of(List<MachineFigure> history, double level) {
    MachineFigure first = history.getFirst();
    MachineFigure last = history.getLast();
    Estimate change =
        last.row().kind().scale() == Kind.Scale.POINTS
            ? IndependentDifference.of(last.estimate(), first.estimate(), level)
            : IndependentDifference.relative(last.estimate(), first.estimate(), level);
    return new Drift(
        last.machine(),
        last.cpu(),
        last.row(),
        history.size(),
        first.started(),
        last.started(),
        change,
        Direction.of(change));
  }

  /** Whether its interval excludes zero. */
  public boolean isClear() {
    return word != Direction.CANNOT_TELL;
  }
}
