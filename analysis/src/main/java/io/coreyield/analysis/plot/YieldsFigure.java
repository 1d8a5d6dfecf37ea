package io.coreyield.analysis.plot;

import io.coreyield.analysis.plot.AxesFigure.Overlay;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.scaling.Verdict;
import io.coreyield.analysis.stats.Estimate;
import java.awt.Color;
import java.util.List;
import java.util.Optional;

/** What the second sibling adds, one interval per kernel and model. */
final class YieldsFigure {

  private static final int ROW_PX = 22;
  private static final int RIGHT_PX = 20;
  private static final Color NEAR = new Color(0xEE, 0xEE, 0xEE);

  /** A yield below −100 % cannot be; one above 200 % is an accident that would squeeze the rest. */
  private static final double LEAST_PERCENT = -100;

  private static final double MOST_PERCENT = 200;

  private final Findings findings;
  private final List<SmtYield> yields;

  YieldsFigure(Findings findings) {
    this.findings = findings;
    this.yields = findings.yields().stream().filter(y -> y.yield().hasValue()).toList();
  }

  /** Empty where no yield has a value. */
  Optional<Figure> figure() {
    if (yields.isEmpty()) {
      return Optional.empty();
    }
    Axis x =
        Axis.round(
            "what the second sibling of a core adds (%): 0 is a fake core, 100 a whole one",
            Math.max(LEAST_PERCENT, Math.min(-10, 100 * lowest())),
            Math.min(MOST_PERCENT, Math.max(110, 100 * highest())));
    Axis y =
        Axis.rows("", yields.stream().map(s -> s.kernel().id() + ", " + s.model().id()).toList());
    Drawing drawing = new Drawing(x, y, ChartStyle.MARKER_PX);
    for (double whole : new double[] {0, 100}) {
      double margin = 100 * Verdict.MARGIN;
      drawing.rectangle(NEAR, whole - margin, y.min(), whole + margin, y.max());
      drawing.line(ChartStyle.REFERENCE, ChartStyle.DASHED, whole, y.min(), whole, y.max());
    }
    for (int i = 0; i < yields.size(); i++) {
      draw(drawing, yields.get(i), yields.size() - 1 - i);
    }
    return Optional.of(
        new AxesFigure(
            "yields",
            Machines.heading("SMT yield, with 95 % intervals", findings.run().info().machine()),
            Math.max(3, yields.size()) * ROW_PX,
            RIGHT_PX,
            new Legend(List.of()),
            List.of(),
            drawing,
            Overlay.NONE));
  }

  private static void draw(Drawing drawing, SmtYield smtYield, double row) {
    Color color = ChartStyle.color(smtYield.model());
    Estimate percent = smtYield.yield().times(100);
    Intervals.horizontal(drawing, color, row, percent, 0.16);
    drawing.points(
        color,
        ChartStyle.marker(smtYield.model()),
        new double[] {percent.value()},
        new double[] {row});
  }

  private double lowest() {
    return yields.stream()
        .map(SmtYield::yield)
        .mapToDouble(e -> e.hasInterval() ? Math.min(e.low(), e.value()) : e.value())
        .min()
        .orElse(0);
  }

  private double highest() {
    return yields.stream()
        .map(SmtYield::yield)
        .mapToDouble(e -> e.hasInterval() ? Math.max(e.high(), e.value()) : e.value())
        .max()
        .orElse(1);
  }
}
