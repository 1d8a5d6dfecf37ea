package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.report.terminal.TerminalSummary;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.compare.CompareWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is read first of a comparison, in a terminal: a line per kind of code, a column per run. */
final class OverviewText {

  private static final int CODE_COLUMNS = 37;
  private static final int RUN_COLUMNS = 14;
  private static final int MAX_RUNS = (TerminalSummary.USUAL_COLUMNS - CODE_COLUMNS) / RUN_COLUMNS;

  private OverviewText() {}

  /** As many overviews as {@code room} lines hold, at least the first, under names of runs. */
  static List<String> lines(Comparison comparison, int room) {
    List<Overview> overviews = Overview.of(comparison);
    if (overviews.isEmpty()) {
      return List.of("No run has a figure.");
    }
    List<Integer> runs = shown(comparison);
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            CompareWords.YOUR_CODE,
            runs.stream().map(run -> comparison.runs().get(run).name()).toList()));
    List<String> notes = new ArrayList<>();
    for (Overview overview : overviews) {
      if (lines.size() == 1 || lines.size() + overview.columns().size() + 2 <= room) {
        lines.addAll(lines(overview, runs));
        notes.addAll(overview.notes());
      }
    }
    notes.stream().limit(1).map(OverviewText::note).forEach(lines::add);
    int more = comparison.runs().size() - runs.size();
    if (more > 0) {
      lines.add("and %s on the page".formatted(Phrases.count(more, "more run")));
    }
    return lines;
  }

  private static String note(String reason) {
    return PlainText.cut(
        ControlCharacters.spaced("* not compared: " + reason), TerminalSummary.USUAL_COLUMNS);
  }

  /** The baseline, and the first of the others. */
  private static List<Integer> shown(Comparison comparison) {
    return IntStream.concat(
            IntStream.of(comparison.baseline()),
            IntStream.range(0, comparison.runs().size()).filter(i -> i != comparison.baseline()))
        .limit(MAX_RUNS)
        .boxed()
        .toList();
  }

  private static List<String> lines(Overview overview, List<Integer> runs) {
    List<String> lines = new ArrayList<>();
    lines.add(overview.caption());
    for (int column = 0; column < overview.columns().size(); column++) {
      int code = column;
      lines.add(
          line(
              "  " + ControlCharacters.spaced(overview.columns().get(code).code()),
              runs.stream()
                  .map(run -> text(overview.lines().get(run).cells().get(code)))
                  .toList()));
    }
    return lines;
  }

  private static String text(Overview.Cell cell) {
    return cell.note() > 0 ? cell.text() + " *" : cell.text();
  }

  private static String line(String heading, List<String> cells) {
    StringBuilder line = new StringBuilder(padded(heading, CODE_COLUMNS));
    for (String cell : cells) {
      line.append(padded(ControlCharacters.spaced(cell), -RUN_COLUMNS));
    }
    return line.toString().stripTrailing();
  }

  /** In a column of that width, to the right where it is negative; a blank parts it from others. */
  private static String padded(String text, int width) {
    return String.format(Locale.ROOT, "%" + -width + "s", PlainText.cut(text, Math.abs(width) - 1));
  }
}
