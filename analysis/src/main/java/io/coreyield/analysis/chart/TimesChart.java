package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Bars;
import io.coreyield.analysis.chart.Layer.Box;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.TimeRow;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code time} would say of one operation in each configuration of the first kernel. */
public final class TimesChart {

  private static final double GROUP = 0.76;
  private static final double MIN_SECONDS = 1e-6;

  /** One bar of each group. */
  private record Part(Look look, Function<TimeRow, Estimate> time) {

    double seconds(TimeRow row) {
      return time.apply(row).value();
    }

    String words(TimeRow row) {
      return Unit.SECONDS.text(seconds(row)) + " " + look.cssClass();
    }
  }

  private static final List<Part> PARTS =
      List.of(
          new Part(Look.REAL, TimeRow::realSeconds),
          new Part(Look.USER, TimeRow::userSeconds),
          new Part(Look.SYSTEM, TimeRow::systemSeconds));

  private TimesChart() {}

  /** Empty where no configuration has a time. */
  public static Optional<Chart> of(MeasuredFindings findings) {
    List<TimeRow> known =
        findings.timeRows().stream().filter(row -> row.realSeconds().hasValue()).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Kernel kernel = known.getFirst().configuration().kernel();
    List<TimeRow> rows =
        known.stream().filter(row -> row.configuration().kernel() == kernel).toList();
    double largest = MIN_SECONDS;
    List<Layer> layers = new ArrayList<>();
    for (Part part : PARTS) {
      largest = Chart.largest(rows.stream(), part::seconds, largest);
      layers.add(new Bars(part.look.cssClass(), part.look, boxes(part, rows)));
    }
    String title = "Time of one operation of kernel " + kernel.id() + ", start to join";
    return Optional.of(
        new Chart(
            "times",
            Heading.of(title, findings.run().info()),
            description(title, rows),
            Axis.fromZero("time of one operation", largest, Axis::seconds),
            Axis.rows("", rows.stream().map(row -> label(row.configuration())).toList()),
            layers,
            List.of()));
  }

  private static List<Box> boxes(Part part, List<TimeRow> rows) {
    double thickness = GROUP / PARTS.size();
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      double seconds = part.seconds(rows.get(i));
      if (seconds > 0) {
        double top = rows.size() - 1 - i + GROUP / 2 - PARTS.indexOf(part) * thickness;
        boxes.add(new Box(0, top - thickness, seconds, top));
      }
    }
    return boxes;
  }

  private static String description(String title, List<TimeRow> rows) {
    return rows.stream()
        .map(row ->
            PARTS.stream()
                .map(part -> part.words(row))
                .collect(Collectors.joining(", ", label(row.configuration()) + ": ", "")))
        .collect(Collectors.joining("; ", title + ". ", "."));
  }

  private static String label(Configuration c) {
    String kernel = c.kernel().id();
    return c.label().startsWith(kernel) ? c.label().substring(kernel.length()).strip() : c.label();
  }
}
