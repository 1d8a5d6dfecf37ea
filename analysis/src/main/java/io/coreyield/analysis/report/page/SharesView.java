package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.SharesChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.curves.TimeShares;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.report.tables.CurveTables;
import io.coreyield.analysis.report.tables.Table;
import java.util.List;

/**
 * Where the time of one kernel's workers went.
 *
 * @param heading which kernel
 * @param svg a bar per configuration
 * @param table its figures
 */
public record SharesView(String heading, String svg, Table table) {

  static SharesView of(Kernel kernel, List<TimeShares> shares, RunInfo info) {
    return new SharesView(
        MeasuredView.heading(kernel),
        SvgChart.draw(SharesChart.of(shares, info)),
        MeasuredView.shown(CurveTables.shares(shares)));
  }
}
