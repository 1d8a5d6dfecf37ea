package io.coreyield.analysis.report.tables;

import static io.coreyield.analysis.wording.Unit.POINTS;

import io.coreyield.analysis.findings.yields.ClockCheck;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.ModelDifference;
import io.coreyield.analysis.findings.yields.Prediction;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.YieldWords;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of what siblings add. */
public final class YieldTables {

  private YieldTables() {}

  /** Every yield with all that is known of it. */
  public static Table yields(List<SmtYield> yields) {
    return kernelAndModel()
        .words("estimator", "Estimator", y -> y.estimator().id())
        .count("cores", "Cores", y -> y.sampling().cores())
        .count("cores_there", "of", y -> y.sampling().coresThere())
        .count("forks", "Forks", y -> y.sampling().forks())
        .measured("yield", "SMT yield", Unit.PERCENT, y -> y.yield())
        .measured("floor", "Floor", y -> control(y, y.controls().floor()))
        .measured("ceiling", "Ceiling", y -> control(y, y.controls().ceiling()))
        .measured("place", "Place between", y -> control(y, y.controls().place()))
        .figure("expected", "Expected", Unit.PERCENT, y -> expected(y.prediction()))
        .figure(
            "smallest_difference", "Detectable, points", POINTS, y -> y.sampling().smallestEffect())
        .share("tainted", "Tainted", y -> TaintTables.share(y.taints()))
        .words("category", "Category", y -> YieldWords.of(y.category()))
        .words("trust", "Trust", y -> DoubtWords.of(y.trust()))
        .table(
            "yields",
            "What the second sibling of a core adds: 0 % is nothing, 100 % what a core does. Floor: two"
                + " workers on one logical CPU. Ceiling: two cores. Detectable: the smallest"
                + " difference that a test at 5 % finds in 80 % of such runs.",
            yields.stream());
  }

  static Columns<SmtYield> kernelAndModel() {
    return new Columns<SmtYield>().kernelAndModel(SmtYield::kernel, SmtYield::model);
  }

  /** The chip-wide estimator has no controls; its reason is for programs only. */
  private static Cell control(SmtYield yield, Estimate estimate) {
    return yield.estimator() == Estimator.PAIRED
        ? new Cell.Measured(estimate, Unit.PERCENT)
        : new Cell.Unmeasured(String.valueOf(estimate.reason()));
  }

  private static double expected(@Nullable Prediction prediction) {
    return prediction == null ? Double.NaN : prediction.expected().value();
  }

  /** Each model's yield less that of platform threads. */
  public static Table differences(List<ModelDifference> differences) {
    return new Columns<ModelDifference>()
        .kernelAndModel(ModelDifference::kernel, ModelDifference::model)
        .words("base", "Against", d -> d.base().id())
        .measured("difference", "Difference, points", POINTS, d -> d.difference())
        .words("word", "Direction", d -> d.direction().id())
        .table(
            "model-differences",
            "What a sibling adds under one concurrency model less what it adds under another.",
            differences.stream());
  }

  /** What the chain clock says: one row per kernel and model whose clock was read. */
  public static Table clocks(List<SmtYield> yields) {
    return kernelAndModel()
        .measured("alone_ghz", "One sibling", Unit.GIGAHERTZ, y -> y.clock().aloneGHz())
        .measured("both_ghz", "Both siblings", Unit.GIGAHERTZ, y -> y.clock().bothGHz())
        .measured("separate_ghz", "Two cores", Unit.GIGAHERTZ, y -> y.clock().separateGHz())
        .measured("yield", "SMT yield", Unit.PERCENT, y -> y.yield())
        .measured(
            "yield_equal_clock", "At an equal clock", Unit.PERCENT, y -> y.clock().corrected())
        .table(
            "clocks",
            "The effective clock of a core in each arm, and what a sibling adds at an equal clock.",
            yields.stream().filter(y -> y.estimator() == Estimator.PAIRED && isRead(y.clock())));
  }

  private static boolean isRead(ClockCheck clock) {
    return Stream.of(clock.aloneGHz(), clock.bothGHz(), clock.separateGHz())
        .anyMatch(Estimate::hasValue);
  }

  /** The sentence above the clocks: the clock of all cores, and why no other was read. */
  public static String clocksLead(List<SmtYield> yields, Estimate allCoreClock) {
    String cores =
        allCoreClock.hasValue()
            ? "With all cores at work each ran at %s the clock of one alone."
                .formatted(Unit.FACTOR.textAndInterval(allCoreClock))
            : "The clock with all cores at work is unknown: %s.".formatted(allCoreClock.reason());
    return cores
        + (clocks(yields).isEmpty()
            ? " No clock was read after the windows of pairs."
            : " Read right after each window by a chain of dependent additions, one a cycle.");
  }
}
