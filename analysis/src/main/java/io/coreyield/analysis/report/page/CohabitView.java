package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.EffectiveCoresChart;
import io.coreyield.analysis.chart.SlowdownsChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.Pairing;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.report.tables.CohabitTables;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.KernelWords;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.cohabitation.CohabitWords;
import java.util.List;
import java.util.Optional;

/**
 * Which code may share a core.
 *
 * @param sentence the answer
 * @param caption of the matrix
 * @param kernels its columns
 * @param rows of the matrix
 * @param advice a sentence per kind of code
 * @param asymmetries who suffers more, in sentences
 * @param effective what mixed workers are worth, in a sentence; empty where that is unknown
 * @param slowdowns a chart; empty where no slowdown is known
 * @param cores the chart of effective cores; empty where they are unknown
 * @param table of the pairs on one core
 * @param control of the pairs on two cores
 * @param effectiveCores the figures of the chart
 */
public record CohabitView(
    String sentence,
    String caption,
    List<String> kernels,
    List<Row> rows,
    List<String> advice,
    List<String> asymmetries,
    String effective,
    String slowdowns,
    String cores,
    Table table,
    Table control,
    Table effectiveCores) {

  private static final int STEPS = 8;

  /** What one kind of code does beside each other. */
  public record Row(String kernel, String code, List<Cell> cells) {}

  /**
   * Two kinds of code.
   *
   * @param worth the weighted speedup
   * @param exact as a program reads it; empty where there is none
   * @param keeps the relative speed of the row's code
   * @param interval of the weighted speedup, or why there is none
   * @param cssClass its colour, and whether it harms
   */
  public record Cell(String worth, String exact, String keeps, String interval, String cssClass) {}

  static Optional<CohabitView> of(MeasuredFindings findings) {
    return Optional.ofNullable(findings.cohabitation()).map(found -> of(findings, found));
  }

  private static CohabitView of(MeasuredFindings findings, Cohabitation found) {
    return new CohabitView(
        CohabitWords.sentence(found),
        found.onSiblings() ? CohabitWords.MATRIX : CohabitWords.MATRIX_OF_CORES,
        found.kernels().stream().map(Kernel::id).toList(),
        found.kernels().stream().map(kernel -> row(found, kernel)).toList(),
        found.partners().stream().map(CohabitWords::advice).toList(),
        CohabitWords.asymmetries(found),
        CohabitWords.effectiveCores(found).orElse(""),
        SlowdownsChart.of(findings).map(SvgChart::draw).orElse(""),
        EffectiveCoresChart.of(findings).map(SvgChart::draw).orElse(""),
        CohabitTables.core(found),
        CohabitTables.apart(found),
        CohabitTables.effectiveCores(found));
  }

  private static Row row(Cohabitation found, Kernel kernel) {
    return new Row(
        kernel.id(),
        KernelWords.code(kernel),
        found.kernels().stream()
            .map(beside ->
                found
                    .pairing(kernel, beside)
                    .map(pairing -> cell(found, pairing))
                    .orElse(new Cell(Unit.NONE, "", "", "not measured", "")))
            .toList());
  }

  private static Cell cell(Cohabitation found, Pairing pairing) {
    Estimate worth = CohabitWords.worth(found, pairing);
    String reason = worth.reason();
    Estimate keeps = found.onSiblings() ? pairing.core().kernel() : pairing.apart().kernel();
    return new Cell(
        Unit.FACTOR.text(worth.value()),
        worth.hasValue() ? Double.toString(worth.value()) : "",
        keeps.hasValue() ? "keeps " + CohabitWords.share(keeps) : "",
        reason == null ? Unit.FACTOR.interval(worth) : reason,
        css(worth) + (pairing.category() == Category.HARMFUL ? " harmful" : ""));
  }

  /** From 1 to 2 in steps. */
  private static String css(Estimate worth) {
    return worth.hasValue()
        ? "heat-" + Math.round(STEPS * Math.clamp(worth.value() - 1, 0, 1))
        : "";
  }
}
