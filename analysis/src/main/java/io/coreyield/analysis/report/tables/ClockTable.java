package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.yields.ClockCheck;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.stream.Stream;

/** What the chain clock says of every yield of pairs. */
public final class ClockTable {

  private ClockTable() {}

  /** One row per kernel and model whose clock was read. */
  public static Table of(List<SmtYield> yields) {
    return new Columns<SmtYield>()
        .words("kernel", "Kernel", yield -> yield.kernel().id())
        .words("model", "Model", yield -> yield.model().id())
        .measured("alone_ghz", "One sibling", Unit.GIGAHERTZ, yield -> yield.clock().aloneGHz())
        .measured("both_ghz", "Both siblings", Unit.GIGAHERTZ, yield -> yield.clock().bothGHz())
        .measured("separate_ghz", "Two cores", Unit.GIGAHERTZ, yield -> yield.clock().separateGHz())
        .measured("yield", "SMT yield", Unit.PERCENT, yield -> yield.yield())
        .measured(
            "yield_equal_clock",
            "At an equal clock",
            Unit.PERCENT,
            yield -> yield.clock().corrected())
        .table(
            "clocks",
            "The effective clock of a core in each arm, and what a sibling adds at an equal clock.",
            yields.stream().filter(y -> y.estimator() == Estimator.PAIRED && isRead(y.clock())));
  }

  private static boolean isRead(ClockCheck clock) {
    return Stream.of(clock.aloneGHz(), clock.bothGHz(), clock.separateGHz())
        .anyMatch(Estimate::hasValue);
  }

  /** What stands above the table: the clock of all cores, and why no other was read. */
  public static String lead(List<SmtYield> yields, Estimate allCoreClock) {
    String cores =
        allCoreClock.hasValue()
            ? "With all cores at work each ran at %s%s the clock of one alone."
                .formatted(Unit.FACTOR.text(allCoreClock.value()), interval(allCoreClock))
            : "How the clock of a core falls when all work is not known: %s."
                .formatted(allCoreClock.reason());
    return cores
        + (of(yields).isEmpty()
            ? " No clock was read beside the windows of pairs."
            : " Read right after each window by a chain of dependent additions, one a cycle.");
  }

  private static String interval(Estimate estimate) {
    return estimate.hasInterval() ? " (%s)".formatted(Unit.FACTOR.interval(estimate)) : "";
  }
}
