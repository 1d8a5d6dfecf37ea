package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.EffectiveCoresChart;
import io.coreyield.analysis.chart.SlowdownsChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.Pairing;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.report.tables.CohabitTables;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.cohabitation.CohabitWords;
import java.util.List;
import java.util.Optional;

/**
 * Which code may share a core.
 *
 * @param sentence the answer
 * @param matrix of all pairs
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
    HeatTable matrix,
    List<String> advice,
    List<String> asymmetries,
    String effective,
    String slowdowns,
    String cores,
    Table table,
    Table control,
    Table effectiveCores) {

  static Optional<CohabitView> of(MeasuredFindings findings) {
    return Optional.ofNullable(findings.cohabitation()).map(found -> of(findings, found));
  }

  private static CohabitView of(MeasuredFindings findings, Cohabitation found) {
    return new CohabitView(
        CohabitWords.sentence(found),
        HeatTable.of(
            "cohabitation-matrix",
            found.onSiblings() ? CohabitWords.MATRIX : CohabitWords.MATRIX_OF_CORES,
            found.kernels(),
            (kernel, beside) -> found.pairing(kernel, beside).map(pairing -> cell(found, pairing))),
        found.partners().stream().map(CohabitWords::advice).toList(),
        CohabitWords.asymmetries(found),
        CohabitWords.effectiveCores(found).orElse(""),
        SlowdownsChart.of(findings).map(SvgChart::draw).orElse(""),
        EffectiveCoresChart.of(findings).map(SvgChart::draw).orElse(""),
        CohabitTables.core(found),
        CohabitTables.apart(found),
        CohabitTables.effectiveCores(found));
  }

  private static HeatTable.Cell cell(Cohabitation found, Pairing pairing) {
    Estimate worth = CohabitWords.worth(found, pairing);
    Estimate keeps = found.onSiblings() ? pairing.core().kernel() : pairing.apart().kernel();
    HeatTable.Cell cell =
        HeatTable.Cell.of(worth, keeps.hasValue() ? "keeps " + CohabitWords.share(keeps) : "");
    return pairing.category() == Category.HARMFUL ? cell.outlined() : cell;
  }
}
