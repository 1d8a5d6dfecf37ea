package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.GainScale;
import io.coreyield.analysis.findings.SecondWorkers.One;
import io.coreyield.analysis.findings.yields.PairSpread;

/**
 * Draws what a second worker adds: a band of zones, in it the interval, and below that a dot per
 * core or fork. As wide as there is room; text does not shrink.
 */
public final class GainSvg {

  private static final double HEIGHT = 34;
  private static final double TOP = 3;
  private static final double BOTTOM = 31;
  private static final double INTERVAL_Y = 12.5;
  private static final double DOTS_Y = 24.5;
  private static final double CAP = 4;
  private static final double DOT_RADIUS = 2.4;
  private static final double SCALE_HEIGHT = 34;

  private static final String[] ZONES = {"nothing", "something", "a full core"};

  private GainSvg() {}

  /**
   * The band of one kind of code.
   *
   * @param description its text alternative
   */
  public static String draw(GainScale scale, One one, String description) {
    Svg svg = open("gain", HEIGHT).attr("role", "img").attr("aria-label", description);
    for (GainScale.Zone zone : scale.zones(one)) {
      svg.open("rect").attr("class", "zone " + zone.means().id());
      svg.attr("x", Svg.percent(zone.from())).attr("y", TOP);
      svg.attr("width", Svg.percent(Math.max(0, zone.to() - zone.from())));
      svg.attr("height", BOTTOM - TOP).close();
    }
    Axis axis = scale.axis();
    one.spread().parts().forEach(part -> dot(svg, scale, part, one.spread().byCore()));
    if (one.gain().hasInterval()) {
      double low = axis.fraction(one.gain().low());
      double high = axis.fraction(one.gain().high());
      line(svg, "reach", low, INTERVAL_Y, high, INTERVAL_Y);
      line(svg, "reach", low, INTERVAL_Y - CAP, low, INTERVAL_Y + CAP);
      line(svg, "reach", high, INTERVAL_Y - CAP, high, INTERVAL_Y + CAP);
    }
    if (one.gain().hasValue()) {
      double at = axis.fraction(one.gain().value());
      line(svg, "estimate", at, TOP + 1, at, INTERVAL_Y + 6.5);
    }
    return svg.close().finish();
  }

  /** The scale above the bands. */
  public static String scale(GainScale scale) {
    Svg svg = open("gain-scale", SCALE_HEIGHT).attr("aria-hidden", "true");
    for (int i = 0; i < ZONES.length; i++) {
      Axis.Tick tick = scale.axis().ticks().get(i);
      String at = Svg.percent(scale.axis().fraction(tick.at()));
      svg.label(ZONES[i], "tick zone-name", at, 12, "middle");
      svg.label(tick.label(), "tick", at, 28, "middle");
    }
    return svg.close().finish();
  }

  private static Svg open(String cssClass, double height) {
    return new Svg()
        .open("svg")
        .attr("class", cssClass)
        .attr("width", "100%")
        .attr("height", height);
  }

  private static void dot(Svg svg, GainScale scale, PairSpread.Part part, boolean byCore) {
    svg.open("circle").attr("class", "spot");
    svg.attr("cx", Svg.percent(scale.axis().fraction(part.gain())));
    svg.attr("cy", DOTS_Y).attr("r", DOT_RADIUS);
    String name = byCore ? "core of CPU " + part.cpu() : "fork " + part.fork();
    svg.title(name + ": " + scale.text(part.gain())).close();
  }

  private static void line(Svg svg, String cssClass, double x1, double y1, double x2, double y2) {
    svg.line(cssClass, Svg.percent(x1), y1, Svg.percent(x2), y2);
  }
}
