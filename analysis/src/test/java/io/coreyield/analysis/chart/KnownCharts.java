package io.coreyield.analysis.chart;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.TimeShares;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One chart of each kind, by the name of its goldens. */
public final class KnownCharts {

  private KnownCharts() {}

  /** All of them. */
  public static Map<String, Chart> all() {
    MeasuredFindings scaled = MeasuredFindings.of(SimulatedRuns.quarter(2, 2, 11, Kernel.RANGE));
    MeasuredFindings paired = MeasuredFindings.of(PairedRuns.full());
    Comparison comparison =
        Comparison.of(
            List.of(ComparedRun.of("paired", paired), ComparedRun.of("scaled", scaled)), null);
    ScalingChart scaling = ScalingChart.all(scaled).getFirst();
    ScoreLoadChart scores = new ScoreLoadChart(scaled);
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("scaling", scaling.speedUp().orElseThrow());
    charts.put("forks-yields", ForksChart.yields(paired).orElseThrow());
    charts.put("forks-throughput", ForksChart.throughput(scaled).values().iterator().next());
    charts.put("yields", YieldsChart.of(paired).orElseThrow());
    charts.put("yields-chip-wide", YieldsChart.of(scaled).orElseThrow());
    charts.put("compare-yields", new CompareYieldsChart(comparison).whole().orElseThrow());
    charts.put("compare-yields-kernel", new CompareYieldsChart(comparison).sections().getFirst());
    charts.put("score-load", scores.relative().orElseThrow());
    charts.put("score-load-kernel", scores.byKernel().values().iterator().next());
    charts.put("times", TimesChart.of(scaled).orElseThrow());
    charts.put(
        "shares", SharesChart.of(TimeShares.of(scaled.quality().ledger()), scaled.run().info()));
    return charts;
  }
}
