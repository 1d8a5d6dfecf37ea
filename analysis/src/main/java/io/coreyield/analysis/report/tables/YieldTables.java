package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.ModelDifference;
import io.coreyield.analysis.findings.yields.Prediction;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.findings.yields.Verdict;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of what siblings add. */
public final class YieldTables {

  private YieldTables() {}

  /** Every yield with all that is known of it. */
  public static Table yields(List<SmtYield> yields) {
    return new Columns<SmtYield>()
        .words("kernel", "Kernel", yield -> yield.kernel().id())
        .words("model", "Model", yield -> yield.model().id())
        .words("estimator", "Estimator", yield -> yield.estimator().id())
        .count("cores", "Cores", yield -> yield.sampling().cores())
        .count("cores_there", "of", yield -> yield.sampling().coresThere())
        .count("forks", "Forks", yield -> yield.sampling().forks())
        .measured("yield", "SMT yield", Unit.PERCENT, yield -> yield.yield())
        .cell(
            Column.measured("floor", "Floor"),
            yield -> control(yield.controls().floor(), (yield.estimator() == Estimator.PAIRED)))
        .cell(
            Column.measured("ceiling", "Ceiling"),
            yield -> control(yield.controls().ceiling(), (yield.estimator() == Estimator.PAIRED)))
        .cell(
            Column.measured("position", "Place between"),
            yield -> control(yield.controls().position(), (yield.estimator() == Estimator.PAIRED)))
        .figure("expected", "Expected", Unit.PERCENT, yield -> expected(yield.prediction()))
        .figure(
            "smallest_difference",
            "Could have seen, points",
            Unit.POINTS,
            yield -> yield.sampling().smallestEffect())
        .cell(Column.share("tainted", "Tainted"), yield -> TaintTables.share(yield.taints()))
        .words("answer", "Answer", yield -> answer(yield))
        .table(
            "yields",
            "What the second sibling of a core adds: 0 % is a fake core, 100 % a whole one. Floor: two"
                + " workers on one logical CPU. Ceiling: two cores. Could have seen: the smallest"
                + " difference that a test at 5 % finds in 80 % of such runs.",
            yields.stream());
  }

  /** Of an estimator without controls the same reason in every row says nothing to people. */
  private static Cell control(Estimate estimate, boolean paired) {
    return paired
        ? new Cell.Measured(estimate, Unit.PERCENT)
        : new Cell.Unmeasured(String.valueOf(estimate.reason()));
  }

  private static double expected(@Nullable Prediction prediction) {
    return prediction == null ? Double.NaN : prediction.expected().value();
  }

  /** With its reason, unless that already stands beside the figure. */
  private static String answer(SmtYield yield) {
    return yield.verdict() instanceof Verdict.Unknown(String reason)
            && !reason.equals(yield.yield().reason())
        ? yield.verdict().answer() + ": " + reason
        : yield.word();
  }

  /** Each model's yield less that of platform threads. */
  public static Table differences(List<ModelDifference> differences) {
    return new Columns<ModelDifference>()
        .words("kernel", "Kernel", difference -> difference.kernel().id())
        .words("model", "Model", difference -> difference.model().id())
        .words("base", "Against", difference -> difference.base().id())
        .measured(
            "difference", "Difference, points", Unit.POINTS, difference -> difference.difference())
        .words("word", "In a word", difference -> difference.word())
        .table(
            "model-differences",
            "What a sibling adds under one concurrency model less what it adds under another.",
            differences.stream());
  }
}
