package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.trial.Run;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The load of every logical CPU over time, with the trials along the top. Horizontal places are
 * shares of the width and vertical ones pixels, so the map narrows without its text shrinking.
 */
final class LoadMap {

  private static final double GAP = 8;
  private static final double GUTTER = 84;
  private static final double HEIGHT = 320;
  private static final double LEAST_LABELLED_ROW = 12;
  private static final double LEAST_DIVIDED_ROW = 6;

  private final LoadSeries load;
  private final TimeScale time;
  private final TrialLanes lanes;
  private final List<LogicalCpu> cpus;
  private final List<Integer> rows;
  private final double rowHeight;

  private LoadMap(Run run, double height, Set<Integer> foreign) {
    this.load = run.load();
    this.time = TimeScale.of(load);
    this.lanes = new TrialLanes(run.trials(), time, foreign);
    List<Integer> ids = load.cpuIds();
    this.cpus =
        run.info().machine().topology().siblingsAdjacent().stream()
            .filter(cpu -> ids.contains(cpu.id()))
            .toList();
    this.rows = cpus.stream().map(cpu -> ids.indexOf(cpu.id())).toList();
    this.rowHeight = Math.clamp(Math.floor(height / Math.max(1, cpus.size())), 2, 40);
  }

  /**
   * The map; null where the load holds less than two samples of the machine's CPUs.
   *
   * @param foreign numbers of the trials in which others took CPUs that were worked on
   */
  static Page.@Nullable LoadView of(Run run, Set<Integer> foreign) {
    return of(run, HEIGHT, 1, foreign);
  }

  /** The same without trials, about so many pixels high, as one of so many maps of a page. */
  static Page.@Nullable LoadView of(Run run, double height, int maps) {
    return of(run, height, maps, Set.of());
  }

  private static Page.@Nullable LoadView of(
      Run run, double height, int maps, Set<Integer> foreign) {
    if (run.load().samples() < 2) {
      return null;
    }
    LoadMap map = new LoadMap(run, height, foreign);
    return map.rows.isEmpty()
        ? null
        : new Page.LoadView(
            map.lanes.legend(),
            map.lanes.hasForeign(),
            map.gutter(),
            map.plot(),
            map.data(maps),
            map.classic(maps));
  }

  private String data(int maps) {
    return new LoadData(load, cpus, rows, time).json(lanes.spans(), maps);
  }

  private ClassicView classic(int maps) {
    return ClassicView.of(load, cpus, rows, maps);
  }

  private double top() {
    return lanes.height() + GAP;
  }

  private double bottom() {
    return top() + rowHeight * cpus.size();
  }

  private String gutter() {
    Svg svg = new Svg();
    svg.open("svg").attr("class", "gutter").attr("width", GUTTER).attr("aria-hidden", "true");
    svg.attr("height", bottom() + TimeScale.HEIGHT);
    lanes.names(svg, GUTTER - 6);
    double lastLabel = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < cpus.size(); row++) {
      double middle = top() + (row + 0.5) * rowHeight;
      if (rowHeight >= LEAST_LABELLED_ROW || (startsCore(row) && middle - lastLabel >= 14)) {
        svg.label("CPU " + cpus.get(row).id(), "tick", GUTTER - 6, middle + 4, "end");
        lastLabel = middle;
      }
    }
    return svg.close().finish();
  }

  private String plot() {
    Svg svg = new Svg();
    svg.open("svg").attr("class", "loadmap").attr("width", "100%");
    svg.attr("height", bottom() + TimeScale.HEIGHT);
    svg.attr("role", "img").attr("aria-label", description());
    lanes.bars(svg);
    box(svg.open("rect").attr("class", "ground")).close();
    svg.open("image").attr("preserveAspectRatio", "none");
    box(svg).attr("href", new LoadImage(load).dataUri(rows)).close();
    dividers(svg);
    lanes.hatch(svg, top(), rowHeight * cpus.size());
    time.draw(svg, bottom());
    return svg.close().finish();
  }

  private String description() {
    if (lanes.trials() == 0) {
      return "Load of %d logical CPUs over %s, siblings beside each other."
          .formatted(cpus.size(), TimeScale.clock(time.seconds()));
    }
    return "Load of %d logical CPUs over %s, siblings beside each other, with %d trials along the top; the table of every trial has the figures."
        .formatted(cpus.size(), TimeScale.clock(time.seconds()), lanes.trials());
  }

  private Svg box(Svg svg) {
    svg.attr("x", 0).attr("y", top());
    return svg.attr("width", "100%").attr("height", rowHeight * cpus.size());
  }

  private boolean startsCore(int row) {
    return row == 0 || cpus.get(row).core() != cpus.get(row - 1).core() || startsPackage(row);
  }

  private boolean startsPackage(int row) {
    return row > 0 && cpus.get(row).pkg() != cpus.get(row - 1).pkg();
  }

  private void dividers(Svg svg) {
    for (int row = 1; row < cpus.size(); row++) {
      double at = top() + row * rowHeight;
      if (startsPackage(row)) {
        svg.line("package-edge", "0", at, "100%", at);
      } else if (startsCore(row) && rowHeight >= LEAST_DIVIDED_ROW) {
        svg.line("core-edge", "0", at, "100%", at);
      }
    }
  }
}
