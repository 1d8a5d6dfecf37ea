package io.coreyield.analysis.report.terminal;

import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.YieldWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What siblings add, for a terminal: a row per kernel, of one model. */
final class YieldSummary {

  private YieldSummary() {}

  /**
   * The table of the first model.
   *
   * @param yields of pairs, at least one
   * @param room the most lines to take
   */
  static List<String> lines(List<SmtYield> yields, int room) {
    ConcurrencyModel model = yields.getFirst().model();
    List<SmtYield> ofModel = yields.stream().filter(y -> y.model() == model).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "What a second sibling adds, %s%s:"
            .formatted(
                model.title(),
                ofModel.size() < yields.size() ? " (the others are in the report)" : ""));
    lines.add(row("kernel", "yield", "95 % interval", "floor", "ceiling", "category"));
    lines.addAll(
        TerminalSummary.fitting(ofModel.stream().map(YieldSummary::row).toList(), room - 2));
    return lines;
  }

  private static String row(SmtYield y) {
    return row(
        y.kernel().id(),
        percent(y.yield()),
        y.yield().hasInterval() ? Unit.PERCENT.interval(y.yield()) : Unit.NONE,
        percent(y.controls().floor()),
        percent(y.controls().ceiling()),
        YieldWords.of(y.category()));
  }

  private static String percent(Estimate estimate) {
    return Unit.PERCENT.text(estimate.value());
  }

  private static String row(String... cells) {
    return String.format(Locale.ROOT, "  %-12s %8s %17s %8s %8s  %s", (Object[]) cells)
        .replace('\u00a0', ' ');
  }
}
