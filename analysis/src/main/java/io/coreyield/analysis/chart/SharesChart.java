package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Bars;
import io.coreyield.analysis.chart.Layer.Box;
import io.coreyield.analysis.findings.curves.TimeShares;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Where the time went: a bar per configuration, in parts that add up to all of it. */
public final class SharesChart {

  private static final double HALF_BAR = 0.33;

  /** A part of each bar. */
  private record Part(String name, Look look, ToDoubleFunction<TimeShares> share) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("work: on a CPU", Look.WORK, TimeShares::work),
          new Part("dispatch: start and join", Look.DISPATCH, TimeShares::dispatch),
          new Part("waiting", Look.WAITING, TimeShares::waiting),
          new Part("steal: taken by the hypervisor", Look.STEAL, TimeShares::steal));

  private SharesChart() {}

  /** Of the configurations of one kernel; at least one. */
  public static Chart of(List<TimeShares> rows, RunInfo info) {
    double[] from = new double[rows.size()];
    List<Layer> layers = new ArrayList<>();
    for (Part part : PARTS) {
      List<Box> boxes = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        double percent = 100 * part.share.applyAsDouble(rows.get(i));
        double row = rows.size() - 1.0 - i;
        if (percent > 0 && rows.get(i).work() >= 0) {
          boxes.add(new Box(from[i], row - HALF_BAR, from[i] + percent, row + HALF_BAR));
          from[i] += percent;
        }
      }
      layers.add(new Bars(boxes.isEmpty() ? "" : part.name, part.look, boxes));
    }
    List<Axis.Tick> ticks = new ArrayList<>();
    for (TimeShares shares : rows) {
      String label = name(shares.configuration());
      String remark = Double.isNaN(shares.work()) ? "not known on this platform" : "";
      ticks.add(new Axis.Tick(rows.size() - 1.0 - ticks.size(), label, label, "", remark));
    }
    return new Chart(
        "shares",
        Heading.of("Where the workers' time went", info),
        description(rows),
        Axis.exact("", 0, 100, Axis::percent),
        Axis.rows(ticks),
        layers,
        List.of());
  }

  private static String description(List<TimeShares> rows) {
    return rows.stream()
        .map(s ->
            "%s: %s work, %s dispatch, %s waiting, %s stolen"
                .formatted(
                    name(s.configuration()),
                    Unit.PERCENT.text(s.work()),
                    Unit.PERCENT.text(s.dispatch()),
                    Unit.PERCENT.text(s.waiting()),
                    Unit.PERCENT.text(s.steal())))
        .collect(Collectors.joining("; ", "Where the workers' time went. ", "."));
  }

  private static String name(Configuration c) {
    return c.model().id()
        + " ×"
        + c.workers()
        + (c.placement() == Placement.OS ? "" : " " + c.placement().id())
        + (c.scaling() == Scaling.WEAK ? "" : " strong");
  }
}
