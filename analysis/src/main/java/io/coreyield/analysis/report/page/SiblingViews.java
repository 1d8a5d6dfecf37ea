package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.YieldsChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.report.page.Page.Legend;
import io.coreyield.analysis.report.page.Page.SiblingView;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.YieldTables;
import java.util.Comparator;
import java.util.List;

/** Sets out what siblings add. */
final class SiblingViews {

  private static final String NO_SIBLINGS =
      "This machine declares no SMT siblings, so there is no yield. ";
  private static final String NO_PAIR =
      "No two logical CPUs that this run could use share a core, so there is no yield. ";
  private static final String PAIRED =
      "Both siblings of a core at once, against each of them alone, core by core. ";
  private static final String CONTROLS =
      "The brackets are controls from the same blocks: what a second worker adds on the same"
          + " logical CPU, and on a core of its own.";
  private static final String CHIP_WIDE =
      "No pair was measured: this is one worker per logical CPU, against one per core, all cores"
          + " at once. It has no controls.";

  private static final String SEEN =
      " Could have seen: the smallest difference that a test at 5 % finds in 80 % of such runs.";

  private SiblingViews() {}

  static SiblingView of(MeasuredFindings findings) {
    List<SmtYield> leading =
        findings.leadingYields().stream()
            .sorted(Comparator.comparing(SmtYield::kernel).thenComparing(SmtYield::model))
            .toList();
    boolean paired = leading.stream().anyMatch(SmtYield::isPairMeasured);
    return new SiblingView(
        lead(findings, leading, paired),
        YieldsChart.of(findings).map(SvgChart::draw).orElse(null),
        Legend.of(leading.stream().filter(y -> y.yield().hasValue()).map(SmtYield::model)),
        paired,
        table(leading, paired),
        YieldTables.yields(findings.yields())
            .without("floor", "ceiling", "tainted")
            .named(
                "yields",
                "What the second sibling of a core adds: 0 % is a fake core, 100 % a whole one."
                    + SEEN),
        YieldTables.differences(findings.modelDifferences()));
  }

  private static String lead(MeasuredFindings findings, List<SmtYield> leading, boolean paired) {
    Topology whole = findings.run().info().machine().topology();
    Topology usable = whole.usableOrAll();
    if (!usable.hasSiblings()) {
      return (whole.hasSiblings() ? NO_PAIR : NO_SIBLINGS) + (paired ? CONTROLS : "");
    }
    if (paired) {
      return PAIRED + CONTROLS;
    }
    return leading.stream().anyMatch(y -> y.yield().hasValue()) ? CHIP_WIDE : "";
  }

  private static Table table(List<SmtYield> leading, boolean paired) {
    Table all =
        YieldTables.yields(leading)
            .without("estimator", "cores", "cores_there", "forks", "position", "expected");
    boolean oneModel = leading.stream().map(SmtYield::model).distinct().count() == 1;
    Table shown = paired ? all : all.without("floor", "ceiling");
    String caption =
        leading.stream().anyMatch(y -> y.estimator() == Estimator.PAIRED)
            ? "What the second sibling of a core adds, by pairs."
            : "What the second sibling of a core adds, by all cores at once.";
    return shown.without(oneModel ? "model" : "").named("siblings", caption + SEEN);
  }
}
