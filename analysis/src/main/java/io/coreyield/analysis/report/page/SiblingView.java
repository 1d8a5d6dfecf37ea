package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.YieldsChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.Advice;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.report.tables.AdviceTable;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.YieldTables;
import io.coreyield.analysis.wording.AdviceWords;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.YieldWords;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sibling adds.
 *
 * @param lead what the figure shows; empty where there is none
 * @param svg the figure; null where there is nothing to draw
 * @param models in it; none where it holds no yield
 * @param hasControls whether brackets are in it
 * @param table of the yields in the figure
 * @param all everything that is known of every yield
 * @param differences between models
 * @param advice how many workers to start, by the model that the answer speaks of
 * @param costs what other numbers of workers cost, under every model
 * @param notes what does not agree, a sentence each
 */
public record SiblingView(
    String lead,
    @Nullable String svg,
    List<Legend> models,
    boolean hasControls,
    Table table,
    Table all,
    Table differences,
    List<Advice> advice,
    Table costs,
    List<String> notes) {

  static SiblingView of(MeasuredFindings findings) {
    List<SmtYield> leading =
        findings.leadingYields().stream()
            .sorted(Comparator.comparing(SmtYield::kernel).thenComparing(SmtYield::model))
            .toList();
    boolean paired = leading.stream().anyMatch(SmtYield::isPairMeasured);
    return new SiblingView(
        YieldWords.lead(findings.run().info().machine().topology(), leading),
        YieldsChart.of(findings).map(SvgChart::draw).orElse(null),
        Legend.of(leading.stream().filter(y -> y.yield().hasValue()).map(SmtYield::model)),
        paired,
        table(leading, paired),
        YieldTables.yields(findings.yields())
            .without("floor", "ceiling", "tainted")
            .named("yields", YieldWords.ALL),
        YieldTables.differences(findings.modelDifferences()),
        AdviceWords.leading(findings.advice()),
        AdviceTable.of(findings.advice()),
        Caveats.of(findings).stream().map(note -> PlainText.bound(note) + ".").toList());
  }

  private static Table table(List<SmtYield> leading, boolean paired) {
    boolean oneModel = leading.stream().map(SmtYield::model).distinct().count() == 1;
    Table all =
        YieldTables.yields(leading)
            .without("estimator", "cores", "cores_there", "forks", "place", "expected")
            .without(oneModel ? "model" : "")
            .named("siblings", YieldWords.caption(leading));
    return paired ? all : all.without("floor", "ceiling");
  }
}
