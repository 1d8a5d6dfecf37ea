package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.svg.LoadMapSvg;
import java.util.List;

/**
 * The load map.
 *
 * @param rowsAre what a row is, in a sentence without its end
 * @param bars what the colours of its trials mean
 * @param background whether a trial is hatched, because other programs took CPUs
 * @param uncounted whether the counters of some cell did not move
 * @param gutterSvg its row labels
 * @param plotSvg the map
 * @param data its figures as JSON that a script element may hold
 * @param classic its figures as a table
 */
public record LoadView(
    String rowsAre,
    List<Legend> bars,
    boolean background,
    boolean uncounted,
    String gutterSvg,
    String plotSvg,
    String data,
    ClassicView classic) {

  /**
   * @param height of all rows, about, in pixels
   * @param maps how many there are on the page, 1 or more
   */
  static LoadView of(LoadMap map, double height, int maps) {
    LoadMapSvg svg = new LoadMapSvg(map, height);
    return new LoadView(
        map.rowsAre(),
        map.legend().stream().map(Legend::of).toList(),
        map.hasBackgroundLoad(),
        map.hasUncounted(),
        svg.gutter(),
        svg.plot(),
        LoadData.json(map, maps),
        ClassicView.of(map, maps));
  }
}
