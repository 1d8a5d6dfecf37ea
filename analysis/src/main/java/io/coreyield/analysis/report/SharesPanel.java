package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.scaling.TimeShares;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.stream.Collectors;

/** Where the time went: a bar per configuration, in parts that add up to all of it. */
final class SharesPanel {

  private static final double WIDTH = 390;
  private static final double LEFT = 124;
  private static final double RIGHT = 372;
  private static final double ROW = 20;
  private static final double BAR = 13;
  private static final double FOOT = 22;

  private final List<TimeShares> rows;
  private final Svg svg = new Svg();

  private SharesPanel(List<TimeShares> rows) {
    this.rows = rows;
  }

  /** The panel of at least one configuration. */
  static String draw(List<TimeShares> rows) {
    return new SharesPanel(rows).draw();
  }

  private String draw() {
    double bottom = ROW * rows.size();
    svg.open("svg").attr("class", "panel shares");
    svg.attr("viewBox", "0 0 %s %s".formatted(Svg.number(WIDTH), Svg.number(bottom + FOOT)));
    svg.attr("role", "img").attr("aria-label", description());
    for (int row = 0; row < rows.size(); row++) {
      row(rows.get(row), ROW * row);
    }
    for (int quarter = 0; quarter <= 4; quarter++) {
      double x = at(quarter / 4.0);
      svg.line("grid", x, 0, x, bottom);
      svg.label(Unit.wholePercent(quarter / 4.0), "tick", x, bottom + 15, "middle");
    }
    return svg.close().finish();
  }

  private String description() {
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

  private void row(TimeShares shares, double top) {
    svg.label(name(shares.configuration()), "row-name", LEFT - 8, top + BAR, "end");
    if (Double.isNaN(shares.work())) {
      svg.label("not told by the platform", "tick", LEFT + 4, top + BAR, "start");
      return;
    }
    double from = part("work", 0, shares.work(), top);
    from = part("dispatch", from, shares.dispatch(), top);
    from = part("waits", from, shares.waiting(), top);
    part("stolen", from, Double.isNaN(shares.steal()) ? 0 : shares.steal(), top);
  }

  private double part(String cssClass, double from, double share, double top) {
    if (share > 0) {
      svg.open("rect").attr("class", cssClass).attr("x", at(from)).attr("y", top + 3);
      svg.attr("width", at(share) - LEFT).attr("height", BAR).close();
    }
    return from + share;
  }

  private static double at(double share) {
    return LEFT + share * (RIGHT - LEFT);
  }
}
