package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.Svg;

/** The box of a figure: gridlines, ticks, axis titles. Coordinates are those of its viewBox. */
final class Frame {

  static final double HEIGHT = 280;
  static final double LEFT = 54;
  static final double RIGHT = 388;
  static final double TOP = 44;
  static final double BOTTOM = 236;

  private Frame() {}

  /** Opens the figure and draws its frame; the caller draws on and closes it. */
  static Svg open(String description, String title, Axis x, String xTitle, Axis y) {
    Svg svg = new Svg();
    svg.open("svg").attr("class", "panel").attr("viewBox", "0 0 400 280");
    svg.attr("role", "img").attr("aria-label", description);
    svg.label(title, "panel-title", 0.0, 12.0, "start");
    for (Axis.Tick tick : y.ticks()) {
      double at = y.at(tick.value());
      svg.line("grid", LEFT, at, RIGHT, at);
      svg.label(tick.label(), "tick", LEFT - 7, at + 4, "end");
    }
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    for (Axis.Tick tick : x.ticks()) {
      double at = x.at(tick.value());
      svg.line("axis", at, BOTTOM, at, BOTTOM + 4);
      if (!tick.label().isEmpty()) {
        svg.label(tick.label(), "tick", at, BOTTOM + 17, "middle");
      }
    }
    return svg.label(xTitle, "axis-title", (LEFT + RIGHT) / 2, HEIGHT - 8, "middle");
  }
}
