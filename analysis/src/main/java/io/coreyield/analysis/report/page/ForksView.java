package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.ForksChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.MeasuredFindings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each fork says by itself.
 *
 * @param yieldsSvg of what a second worker adds; null where no pair gave anything
 * @param kernels throughput of each kernel that has any
 */
public record ForksView(@Nullable String yieldsSvg, List<Throughput> kernels) {

  /** The throughput of one kernel. */
  public record Throughput(String heading, String svg) {}

  static ForksView of(MeasuredFindings findings) {
    return new ForksView(
        ForksChart.yields(findings).map(SvgChart::draw).orElse(null),
        ForksChart.throughput(findings).entrySet().stream()
            .map(e ->
                new Throughput("the " + e.getKey().id() + " kernel", SvgChart.draw(e.getValue())))
            .toList());
  }

  /** Whether no fork gave anything. */
  public boolean isEmpty() {
    return yieldsSvg == null && kernels.isEmpty();
  }
}
