package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.SharesChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.TimeRow;
import io.coreyield.analysis.findings.curves.TimeShares;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.report.tables.CurveTables;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.TrialTables;
import io.coreyield.analysis.wording.RunFacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a run that CoreYield measured.
 *
 * @param cohabit which code may share a core; null where that was not asked
 * @param siblings what a sibling adds
 * @param scaling what another worker adds
 * @param times the table of 2017, one per kernel
 * @param shares where the time went, one per kernel
 * @param load over time; null where there are no samples
 * @param noLoad why there are no samples, in a sentence
 * @param trials all
 * @param correlation of score with load
 * @param trust how far the answer can be trusted
 */
public record MeasuredView(
    @Nullable CohabitView cohabit,
    SiblingView siblings,
    ScalingView scaling,
    ForksView forks,
    List<Times> times,
    List<Shares> shares,
    @Nullable LoadView load,
    String noLoad,
    Table trials,
    CorrelationView correlation,
    TrustView trust)
    implements Page.Content {

  private static final double LOAD_HEIGHT = 320;

  /** The times of one kernel. */
  public record Times(String heading, Table table) {}

  /** Where the time of one kernel's workers went: a bar per configuration, and its figures. */
  public record Shares(String heading, String svg, Table table) {}

  static MeasuredView of(MeasuredFindings findings) {
    Map<Kernel, List<TimeRow>> times =
        byKernel(findings.timeRows(), row -> row.configuration().kernel());
    Map<Kernel, List<TimeShares>> shares =
        byKernel(TimeShares.of(findings.quality().ledger()), row -> row.configuration().kernel());
    return new MeasuredView(
        CohabitView.of(findings).orElse(null),
        SiblingView.of(findings),
        ScalingView.of(findings),
        ForksView.of(findings),
        times.entrySet().stream()
            .map(e -> new Times(heading(e.getKey()), shown(CurveTables.times(e.getValue()))))
            .toList(),
        shares.entrySet().stream()
            .map(e ->
                new Shares(
                    heading(e.getKey()),
                    SvgChart.draw(SharesChart.of(e.getValue(), findings.run().info())),
                    shown(CurveTables.shares(e.getValue()))))
            .toList(),
        LoadMap.of(findings).map(map -> LoadView.of(map, LOAD_HEIGHT, 1)).orElse(null),
        RunFacts.noLoad(findings.run().info()),
        TrialTables.trials(findings).withoutZeros(),
        CorrelationView.of(findings),
        TrustView.of(findings));
  }

  private static <T> Map<Kernel, List<T>> byKernel(List<T> rows, Function<T, Kernel> kernel) {
    return rows.stream().collect(Collectors.groupingBy(kernel, TreeMap::new, Collectors.toList()));
  }

  static String heading(Kernel kernel) {
    return "The " + kernel.id() + " kernel";
  }

  /** A table of one kernel, without the columns that say the same in every row. */
  private static Table shown(Table table) {
    return table.without("kernel").withoutDefaults().withoutZeros();
  }
}
