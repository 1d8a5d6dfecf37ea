package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.CurveChart;
import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.load.CapturedLoad;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.trial.Captured.Segment;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.report.tables.CapturedTables;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.wording.CapturedFacts;
import io.coreyield.analysis.wording.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the page shows of a run that another tool captured.
 *
 * @param tool that captured it
 * @param charts of curves
 * @param timings of programs
 * @param curves of throughput
 * @param knees what workers beyond the cores add
 * @param segments how busy the machine was in each
 * @param maps the load of each of the first segments
 * @param more how many segments have no map on the page
 */
public record CapturedView(
    String tool,
    List<CurveDrawing> charts,
    Table timings,
    Table curves,
    Table knees,
    Table segments,
    List<SegmentMap> maps,
    int more)
    implements Page.Content {

  /** More maps than this make a page of nothing else. */
  static final int MAX_MAPS = 24;

  /** The table has all. */
  private static final int MAX_CHARTS = 12;

  private static final double MAP_HEIGHT = 128;

  /** A curve as SVG, and what ran. */
  public record CurveDrawing(String what, String svg) {}

  /** The load of one segment, and what was in it. */
  public record SegmentMap(String heading, String note, LoadView load) {}

  static CapturedView of(CapturedFindings captured) {
    List<SegmentMap> maps = maps(captured.run(), captured.segments());
    return new CapturedView(
        captured.tool(),
        CurveChart.all(captured).stream()
            .limit(MAX_CHARTS)
            .map(chart -> new CurveDrawing(chart.heading().title(), SvgChart.draw(chart)))
            .toList(),
        CapturedTables.timings(captured),
        CapturedTables.curves(captured),
        CapturedTables.knees(captured),
        CapturedTables.segments(captured),
        maps,
        captured.segments().size() - maps.size());
  }

  private static List<SegmentMap> maps(Run run, List<SegmentLoad> segments) {
    List<SegmentMap> maps = new ArrayList<>();
    for (SegmentLoad segment : segments.stream().limit(MAX_MAPS).toList()) {
      LoadSeries part = CapturedLoad.of(run.load(), segment.segment());
      LoadMap.of(run.info().machine().topology(), part)
          .map(map -> LoadView.of(map, MAP_HEIGHT, Math.min(MAX_MAPS, segments.size())))
          .ifPresent(
              view -> maps.add(new SegmentMap(segment.segment().what(), note(run, segment), view)));
    }
    return maps;
  }

  private static String note(Run run, SegmentLoad load) {
    Segment segment = load.segment();
    return String.format(
        Locale.ROOT,
        "%s%s: %.1f of %d logical CPUs busy on average, %.1f at most",
        segment.file(),
        CapturedFacts.isDated(run.info())
            ? ", from " + Quantities.utc(run.info().clock().toUtc(segment.startNs()))
            : "",
        load.busyCpus(),
        load.logicalCpus(),
        load.maxBusyCpus());
  }
}
