package io.coreyield.analysis.report.terminal;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a terminal shows of a run that another tool captured. */
final class CapturedSummary {

  private static final int WHAT_COLUMNS = 30;

  private CapturedSummary() {}

  /** The timings, or where there are none the segments, in as many lines as there is room for. */
  static List<String> lines(CapturedFindings captured, int room) {
    List<String> rows =
        captured.scalings().isEmpty()
            ? captured.segments().stream().map(CapturedSummary::row).toList()
            : captured.scalings().stream()
                .flatMap(s -> s.points().stream().map(p -> row(s, p)))
                .toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        captured.scalings().isEmpty()
            ? line("segment", "seconds", "busy CPUs", "at most")
            : line("no interval, one timing each", "workers", "real s", "speed-up"));
    lines.addAll(TerminalSummary.fitting(rows, room - 1));
    return lines;
  }

  private static String row(CapturedScaling scaling, CapturedPoint point) {
    return line(
        scaling.what(),
        Integer.toString(point.timing().workers()),
        decimal("%.3f", point.timing().realSeconds()),
        Double.isNaN(point.speedUp()) ? Unit.NONE : decimal("%.2f×", point.speedUp()));
  }

  private static String row(SegmentLoad load) {
    return line(
        load.segment().what(),
        decimal("%.0f", load.seconds()),
        decimal("%.2f", load.busyCpus()),
        decimal("%.2f", load.maxBusyCpus()));
  }

  private static String decimal(String format, double value) {
    return PlainText.cut(String.format(Locale.ROOT, format, value), 12);
  }

  private static String line(String what, String first, String second, String third) {
    String name = PlainText.cut(ControlCharacters.spaced(what), WHAT_COLUMNS);
    return String.format(Locale.ROOT, "  %-30s %8s %12s %12s", name, first, second, third);
  }
}
