package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.SharesChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.TimeShares;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.report.tables.CurveTables;
import io.coreyield.analysis.report.tables.Table;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the time of one kernel's workers went.
 *
 * @param heading which kernel
 * @param svg a bar per configuration
 * @param table the figures behind it
 */
public record SharesView(String heading, String svg, Table table) {

  /** One per kernel that has a result. */
  static List<SharesView> of(MeasuredFindings findings) {
    List<TimeShares> all = TimeShares.of(findings.quality().ledger());
    boolean os = all.stream().allMatch(s -> s.configuration().placement() == Placement.OS);
    boolean weak = all.stream().allMatch(s -> s.configuration().scaling() == Scaling.WEAK);
    String[] constant = {"kernel", os ? "placement" : "", weak ? "scaling" : ""};
    return all.stream()
        .collect(
            Collectors.groupingBy(
                s -> s.configuration().kernel(),
                TreeMap<Kernel, List<TimeShares>>::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(e ->
            new SharesView(
                "The " + e.getKey().id() + " kernel",
                SvgChart.draw(SharesChart.of(e.getValue(), findings.run().info())),
                CurveTables.shares(e.getValue()).without(constant)))
        .toList();
  }
}
