package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.xchart.AxesFigure.Overlay;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.TimeRow;
import io.coreyield.analysis.stats.Estimate;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What {@code time} would say of one operation in each configuration of the first kernel. */
final class TimesFigure {

  private static final int RIGHT_PX = 20;
  private static final int MOST_ROW_PX = 24;
  private static final int MOST_PLOT_PX = 780;
  private static final double GROUP = 0.76;

  /** One bar of each group. */
  private record Bar(String label, Color color, Function<TimeRow, Estimate> seconds) {}

  private static final List<Bar> BARS =
      List.of(
          new Bar("real", new Color(0x33, 0x33, 0x33), TimeRow::realSeconds),
          new Bar("user", new Color(0xA6, 0xA6, 0xA6), TimeRow::userSeconds),
          new Bar("sys", new Color(0xE6, 0x9F, 0x00), TimeRow::systemSeconds));

  private final Findings findings;
  private final FigureSize size;
  private final List<TimeRow> rows;

  TimesFigure(Findings findings, FigureSize size) {
    this.size = size;
    this.findings = findings;
    List<TimeRow> known =
        findings.timeRows().stream().filter(row -> row.realSeconds().hasValue()).toList();
    this.rows =
        known.stream()
            .filter(
                row -> row.configuration().kernel() == known.getFirst().configuration().kernel())
            .toList();
  }

  /** Empty where no configuration has a time. */
  Optional<Figure> figure() {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Kernel kernel = rows.getFirst().configuration().kernel();
    Axis x = secondsAxis();
    Axis y = Axis.rows("", rows.stream().map(row -> label(row.configuration())).toList());
    Drawing drawing = new Drawing(x, y, ChartStyle.MARKER_PX);
    for (int i = 0; i < rows.size(); i++) {
      draw(drawing, rows.get(i), rows.size() - 1 - i);
    }
    return Optional.of(
        new AxesFigure(
            size,
            "times",
            Machines.heading(
                "Time of one operation of kernel " + kernel.id() + ", start to join",
                findings.run().info()),
            Math.min(MOST_PLOT_PX, Math.max(3, rows.size()) * MOST_ROW_PX),
            RIGHT_PX,
            new Legend(BARS.stream().map(b -> Legend.Entry.swatch(b.label(), b.color())).toList()),
            List.of(),
            drawing,
            Overlay.NONE));
  }

  private Axis secondsAxis() {
    List<Double> all = new ArrayList<>();
    rows.forEach(row -> BARS.forEach(bar -> all.add(bar.seconds().apply(row).value())));
    double largest =
        all.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).max().orElse(1);
    Axis axis = Axis.fromZero("seconds", Math.max(largest, 1e-6));
    return new Axis(axis.title(), axis.min(), axis.max(), axis.ticks(), true);
  }

  private static void draw(Drawing drawing, TimeRow row, double place) {
    double thickness = GROUP / BARS.size();
    double top = place + GROUP / 2;
    for (Bar bar : BARS) {
      double seconds = bar.seconds().apply(row).value();
      if (seconds > 0) {
        drawing.rectangle(bar.color(), 0, top - thickness, seconds, top);
      }
      top -= thickness;
    }
  }

  private static String label(Configuration c) {
    String label = c.label();
    return label.startsWith(c.kernel().id())
        ? label.substring(c.kernel().id().length()).strip()
        : label;
  }
}
