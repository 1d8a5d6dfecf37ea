package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.Marker;
import io.coreyield.analysis.chart.svg.ModelStyle;
import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.scaling.IterationLoad;
import java.util.List;
import java.util.function.Predicate;

/** Throughput against busy logical CPUs, a dot per measurement iteration. */
final class ScatterPanel {

  private ScatterPanel() {}

  /**
   * One panel.
   *
   * @param loads of one kernel, with finite figures; at least one
   * @param tainted which of them are
   */
  static String draw(
      List<IterationLoad> loads, Predicate<IterationLoad> tainted, String description) {
    double busiest = loads.stream().mapToDouble(IterationLoad::busyCpus).max().orElseThrow();
    double best = loads.stream().mapToDouble(IterationLoad::elementsPerSecond).max().orElseThrow();
    Axis x = Axis.fromZero(Math.max(1, busiest), Frame.LEFT, Frame.RIGHT, 8, Axis::plain);
    Axis y = Axis.fromZero(best, Frame.BOTTOM, Frame.TOP - 16, 5, Axis::withPrefix);
    Svg svg = Frame.open(description, "Throughput, elements/s", x, "busy logical CPUs", y);
    for (IterationLoad load : loads) {
      load.trial().configuration().forEach(c -> dot(svg, x, y, load, tainted.test(load), c));
    }
    return svg.close().finish();
  }

  private static void dot(
      Svg svg, Axis x, Axis y, IterationLoad load, boolean tainted, Configuration c) {
    ConcurrencyModel model = c.model();
    String path = Marker.path(model, x.at(load.busyCpus()), y.at(load.elementsPerSecond()));
    String cssClass = "scatter " + ModelStyle.cssClass(model) + (tainted ? " tainted" : "");
    svg.open("path").attr("class", cssClass).attr("d", path).close();
  }
}
