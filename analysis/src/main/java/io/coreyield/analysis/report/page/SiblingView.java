package io.coreyield.analysis.report.page;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.report.tables.AdviceTable;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.YieldTables;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.YieldWords;
import java.util.Comparator;
import java.util.List;

/**
 * What a second worker adds.
 *
 * @param lead how it was measured; empty where it was not
 * @param cores the picture
 * @param gains the rows
 * @param table of the yields behind them
 * @param all everything that is known of every yield
 * @param differences between models
 * @param costs what other numbers of workers cost, under every model
 * @param notes what does not agree, a sentence each
 */
public record SiblingView(
    String lead,
    CoresView cores,
    GainsView gains,
    Table table,
    Table all,
    Table differences,
    Table costs,
    List<String> notes) {

  static SiblingView of(MeasuredFindings findings) {
    List<SmtYield> leading =
        findings.leadingYields().stream()
            .sorted(Comparator.comparing(SmtYield::kernel).thenComparing(SmtYield::model))
            .toList();
    return new SiblingView(
        YieldWords.lead(findings.run().info().machine().topology(), leading),
        CoresView.of(findings),
        GainsView.of(findings),
        table(leading),
        YieldTables.yields(findings.yields())
            .without("floor", "ceiling", "tainted")
            .named("yields", YieldWords.ALL),
        YieldTables.differences(findings.modelDifferences()),
        AdviceTable.of(findings.advice()),
        Caveats.of(findings).stream().map(note -> PlainText.bound(note) + ".").toList());
  }

  private static Table table(List<SmtYield> leading) {
    boolean oneModel = leading.stream().map(SmtYield::model).distinct().count() == 1;
    Table all =
        YieldTables.yields(leading)
            .without("estimator", "cores", "cores_there", "forks", "place", "expected")
            .without(oneModel ? "model" : "")
            .named("siblings", YieldWords.caption(leading));
    return leading.stream().anyMatch(SmtYield::isPairMeasured)
        ? all
        : all.without("floor", "ceiling");
  }
}
