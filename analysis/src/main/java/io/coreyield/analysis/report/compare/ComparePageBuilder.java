package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.chart.CompareYieldsChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.IncomparableReason;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.YieldChart;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.wording.CompareWords;
import io.coreyield.analysis.wording.PlainText;
import java.util.stream.Stream;

/** Builds the page of a comparison. */
final class ComparePageBuilder {

  /** The most groups that a table of the page shows; the files have all. */
  static final int MAX_GROUPS = 20;

  /** The most differences and outliers that the page names one by one; the files have all. */
  static final int MAX_NAMED = 200;

  private ComparePageBuilder() {}

  static ComparePage of(Comparison comparison) {
    return new ComparePage(
        "CoreYield: %d runs compared".formatted(comparison.runs().size()),
        CompareWords.answer(comparison),
        CompareWords.notices(comparison),
        new ComparePage.Yields(
            PlainText.bound(CompareWords.lead(YieldChart.of(comparison), comparison)),
            CompareYieldsChart.sections(comparison).stream()
                .map(c -> new ComparePage.Chart(c.heading().title(), SvgChart.draw(c)))
                .toList()),
        CompareWords.told(comparison).stream().map(PlainText::bound).limit(MAX_NAMED).toList(),
        content(comparison),
        firstRows(CompareTables.outliers(comparison), MAX_NAMED),
        new ComparePage.Methods(
            comparison.referenceRun().name(),
            comparison.family(),
            CompareWords.percent(comparison.level()),
            CompareWords.sameMachine(comparison, MAX_GROUPS),
            comparison.isGrouped() ? CompareWords.groups(comparison, MAX_GROUPS) : null,
            Stream.of(IncomparableReason.values())
                .map(rule -> CompareWords.template(rule).replace("%s", "…"))
                .toList()));
  }

  private static ComparePage.Content content(Comparison comparison) {
    return comparison.isGrouped()
        ? new ComparePage.ByGroup(
            firstRows(CompareTables.groupList(comparison), MAX_GROUPS),
            Stream.of(Kind.values())
                .map(kind -> CompareTables.groups(comparison, kind, MAX_GROUPS))
                .filter(table -> !table.isEmpty())
                .toList())
        : new ComparePage.ByRun(
            CompareMatrix.figures(comparison), CompareMatrix.machines(comparison));
  }

  private static Table firstRows(Table table, int most) {
    return new Table(
        table.name(), table.caption(), table.columns(), table.rows().stream().limit(most).toList());
  }
}
