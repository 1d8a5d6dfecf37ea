package io.coreyield.analysis.report;

import io.coreyield.analysis.report.Table.Column;
import io.coreyield.analysis.scaling.Estimator;
import io.coreyield.analysis.scaling.ModelDifference;
import io.coreyield.analysis.scaling.Prediction;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.scaling.Verdict;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of what siblings add. */
final class YieldTables {

  private YieldTables() {}

  /** Every yield with all that is known of it. */
  static Table yields(List<SmtYield> yields) {
    return new Table(
        "yields",
        "What the second sibling of a core adds: 0 % is a fake core, 100 % a whole one. Floor: two"
            + " workers on one logical CPU. Ceiling: two cores. Could have seen: the smallest"
            + " difference that a test at 5 % finds in 80 % of such runs.",
        List.of(
            Column.words("kernel", "Kernel"),
            Column.words("model", "Model"),
            Column.words("estimator", "Estimator"),
            Column.number("cores", "Cores"),
            Column.number("cores_there", "of"),
            Column.number("forks", "Forks"),
            Column.measured("yield", "SMT yield"),
            Column.measured("floor", "Floor"),
            Column.measured("ceiling", "Ceiling"),
            Column.measured("position", "Place between"),
            Column.number("expected", "Expected"),
            Column.number("smallest_difference", "Could have seen, points"),
            Column.share("tainted", "Tainted"),
            Column.words("answer", "Answer")),
        yields.stream().map(YieldTables::row).toList());
  }

  private static List<Cell> row(SmtYield yield) {
    boolean paired = yield.estimator() == Estimator.PAIRED;
    return List.of(
        new Cell.Words(yield.kernel().id()),
        new Cell.Words(yield.model().id()),
        new Cell.Words(yield.estimator().id()),
        new Cell.Count(yield.sampling().cores()),
        new Cell.Count(yield.sampling().coresThere()),
        new Cell.Count(yield.sampling().forks()),
        new Cell.Measured(yield.yield(), Unit.PERCENT),
        control(yield.controls().floor(), paired),
        control(yield.controls().ceiling(), paired),
        control(yield.controls().position(), paired),
        new Cell.Figure(expected(yield.prediction()), Unit.PERCENT),
        new Cell.Figure(yield.sampling().smallestEffect(), Unit.POINTS),
        TaintTables.share(yield.taints()),
        new Cell.Words(answer(yield)));
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
  static Table differences(List<ModelDifference> differences) {
    return new Table(
        "model-differences",
        "What a sibling adds under one concurrency model less what it adds under another.",
        List.of(
            Column.words("kernel", "Kernel"),
            Column.words("model", "Model"),
            Column.words("base", "Against"),
            Column.measured("difference", "Difference, points"),
            Column.words("word", "In a word")),
        differences.stream().map(YieldTables::row).toList());
  }

  private static List<Cell> row(ModelDifference difference) {
    return List.of(
        new Cell.Words(difference.kernel().id()),
        new Cell.Words(difference.model().id()),
        new Cell.Words(difference.base().id()),
        new Cell.Measured(difference.difference(), Unit.POINTS),
        new Cell.Words(difference.word()));
  }
}
