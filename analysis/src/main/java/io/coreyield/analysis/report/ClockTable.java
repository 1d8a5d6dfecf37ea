package io.coreyield.analysis.report;

import io.coreyield.analysis.report.Table.Column;
import io.coreyield.analysis.scaling.ClockCheck;
import io.coreyield.analysis.scaling.Estimator;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.stream.Stream;

/** What the chain clock says of every yield of pairs. */
final class ClockTable {

  private ClockTable() {}

  /** One row per kernel and model whose clock was read. */
  static Table of(List<SmtYield> yields) {
    return new Table(
        "clocks",
        "The effective clock of a core in each arm, and what a sibling adds at an equal clock.",
        List.of(
            Column.words("kernel", "Kernel"),
            Column.words("model", "Model"),
            Column.measured("alone_ghz", "One sibling"),
            Column.measured("both_ghz", "Both siblings"),
            Column.measured("separate_ghz", "Two cores"),
            Column.measured("yield", "SMT yield"),
            Column.measured("yield_equal_clock", "At an equal clock")),
        yields.stream()
            .filter(y -> y.estimator() == Estimator.PAIRED && isRead(y.clock()))
            .map(ClockTable::row)
            .toList());
  }

  private static boolean isRead(ClockCheck clock) {
    return Stream.of(clock.aloneGHz(), clock.bothGHz(), clock.separateGHz())
        .anyMatch(Estimate::hasValue);
  }

  private static List<Cell> row(SmtYield yield) {
    ClockCheck clock = yield.clock();
    return List.of(
        new Cell.Words(yield.kernel().id()),
        new Cell.Words(yield.model().id()),
        new Cell.Measured(clock.aloneGHz(), Unit.GIGAHERTZ),
        new Cell.Measured(clock.bothGHz(), Unit.GIGAHERTZ),
        new Cell.Measured(clock.separateGHz(), Unit.GIGAHERTZ),
        new Cell.Measured(yield.yield(), Unit.PERCENT),
        new Cell.Measured(clock.corrected(), Unit.PERCENT));
  }

  /** What stands above the table: the clock of all cores, and why no other was read. */
  static String lead(List<SmtYield> yields, Estimate allCoreClock) {
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
