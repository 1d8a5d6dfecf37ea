package io.coreyield.analysis.report.brief;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.report.brief.BriefTable.Column;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.Locale;

/** What a run has that another tool captured: the timings, or where there are none the load. */
final class CapturedTable {

  private static final int WHAT_COLUMNS = 30;

  private static final List<Column> TIMINGS =
      List.of(
          Column.words("program", 0),
          Column.number("workers", 0),
          Column.number("real s", 1),
          Column.number("speed-up", 0));

  private static final List<Column> SEGMENTS =
      List.of(
          Column.words("segment", 0),
          Column.number("seconds", 2),
          Column.number("busy CPUs", 0),
          Column.number("at most", 1));

  private CapturedTable() {}

  static BriefTable of(CapturedFindings captured) {
    if (!captured.scalings().isEmpty()
        && captured.scalings().stream().allMatch(CapturedScaling::isCurve)) {
      return curves(captured);
    }
    return captured.scalings().isEmpty()
        ? new BriefTable(
            "The load of the logical CPUs",
            SEGMENTS,
            captured.segments().stream().map(CapturedTable::row).toList(),
            0)
        : new BriefTable(
            "One timing each, so no interval",
            TIMINGS,
            captured.scalings().stream()
                .flatMap(s -> s.milestones().stream().map(p -> row(s, p)))
                .toList(),
            0);
  }

  private static List<String> row(CapturedScaling scaling, CapturedPoint point) {
    return List.of(
        name(scaling.what()),
        Integer.toString(point.workers()),
        point.timing() == null ? "" : decimal("%.3f", point.timing().realSeconds()),
        Double.isNaN(point.speedUp()) ? Unit.NONE : decimal("%.2f×", point.speedUp()));
  }

  private static BriefTable curves(CapturedFindings captured) {
    List<List<String>> rows =
        captured.scalings().stream()
            .flatMap(scaling -> scaling.milestones().stream().map(point -> row(scaling, point)))
            .toList();
    int all = captured.scalings().stream().mapToInt(scaling -> scaling.points().size()).sum();
    return new BriefTable(
        "One figure each, so no interval",
        List.of(TIMINGS.get(0), TIMINGS.get(1), TIMINGS.get(3)),
        rows.stream().map(row -> List.of(row.get(0), row.get(1), row.get(3))).toList(),
        all - rows.size());
  }

  private static List<String> row(SegmentLoad load) {
    return List.of(
        name(load.segment().what()),
        decimal("%.0f", load.seconds()),
        decimal("%.2f", load.busyCpus()),
        decimal("%.2f", load.maxBusyCpus()));
  }

  private static String name(String what) {
    return PlainText.cut(ControlCharacters.spaced(what), WHAT_COLUMNS);
  }

  private static String decimal(String format, double value) {
    return PlainText.cut(String.format(Locale.ROOT, format, value), 12);
  }
}
