package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.ScoreLoadChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.report.tables.CorrelationTable;
import io.coreyield.analysis.report.tables.Table;
import java.util.List;

/**
 * Score against load.
 *
 * @param scatters one per kernel
 * @param note what the dots are
 * @param lead what the intervals of the table are; empty where there is none
 * @param table of correlations
 */
public record CorrelationView(List<Scatter> scatters, String note, String lead, Table table) {

  /** Score against load for one kernel. */
  public record Scatter(String heading, String svg, List<Legend> models) {}

  static CorrelationView of(MeasuredFindings findings) {
    ScoreLoadChart scores = new ScoreLoadChart(findings);
    return new CorrelationView(
        scores.byKernel().entrySet().stream()
            .map(e ->
                new Scatter(
                    MeasuredView.heading(e.getKey()),
                    SvgChart.draw(e.getValue()),
                    Legend.of(scores.models(e.getKey()))))
            .toList(),
        scores.note(),
        CorrelationTable.lead(findings.correlations()),
        CorrelationTable.of(findings.correlations()));
  }
}
