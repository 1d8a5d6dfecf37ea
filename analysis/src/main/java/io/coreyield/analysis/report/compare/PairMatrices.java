package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.report.page.HeatTable;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.compare.CompareWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which code may share a core, a matrix per run.
 *
 * @param lead what they show
 * @param tables in the order of the runs, without runs that put no two kinds of code together
 */
public record PairMatrices(String lead, List<HeatTable> tables) {

  /** Those of one core where a run has any, or else those of two; empty where no run has any. */
  static Optional<PairMatrices> of(Comparison comparison) {
    return Stream.of(Kind.WEIGHTED_SPEEDUP, Kind.WEIGHTED_SPEEDUP_APART)
        .filter(kind -> comparison.rows().stream().anyMatch(row -> row.kind() == kind))
        .findFirst()
        .map(kind -> of(comparison, kind));
  }

  private static PairMatrices of(Comparison comparison, Kind kind) {
    List<Row> rows = comparison.rows().stream().filter(row -> row.kind() == kind).toList();
    List<Kernel> kernels =
        Stream.of(Kernel.values())
            .filter(kernel ->
                rows.stream()
                    .anyMatch(row -> row.kernel() == kernel || kernel.id().equals(row.what())))
            .toList();
    return new PairMatrices(
        PlainText.bound(CompareWords.pairs(kind, comparison)),
        IntStream.range(0, comparison.runs().size())
            .filter(run ->
                rows.stream().anyMatch(row -> comparison.runs().get(run).reading(row) != null))
            .mapToObj(run ->
                HeatTable.of(
                    "%s-%d".formatted(kind.id(), run + 1),
                    comparison.runs().get(run).name(),
                    kernels,
                    (kernel, beside) -> cell(comparison, run, kind, kernel, beside)))
            .toList());
  }

  private static Optional<HeatTable.Cell> cell(
      Comparison comparison, int run, Kind kind, Kernel kernel, Kernel beside) {
    ComparedRun compared = comparison.runs().get(run);
    if (kernel == beside) {
      return kind == Kind.WEIGHTED_SPEEDUP ? alike(compared, kernel) : Optional.empty();
    }
    return Stream.of(row(kind, kernel, beside), row(kind, beside, kernel))
        .flatMap(
            row -> compared.value(row).stream().map(worth -> cell(comparison, run, row, worth)))
        .findFirst();
  }

  private static Row row(Kind kind, Kernel kernel, Kernel beside) {
    return new Row(kind, kernel, ConcurrencyModel.PLATFORM, beside.id());
  }

  private static HeatTable.Cell cell(Comparison comparison, int run, Row row, Estimate worth) {
    return HeatTable.Cell.of(
        worth,
        comparison
            .difference(run, row)
            .filter(Difference.Measured.class::isInstance)
            .map(difference -> CompareWords.brief(row.kind(), (Difference.Measured) difference))
            .orElse(""));
  }

  /** A kernel beside itself does the paired yield more than one thread. */
  private static Optional<HeatTable.Cell> alike(ComparedRun run, Kernel kernel) {
    Row row = new Row(Kind.PAIRED_YIELD, kernel, ConcurrencyModel.PLATFORM, null);
    return run.value(row).map(yield -> HeatTable.Cell.of(yield.plus(1), ""));
  }
}
