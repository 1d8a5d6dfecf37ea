package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Group;
import io.coreyield.analysis.comparison.GroupFigure;
import io.coreyield.analysis.comparison.RegressionCheck;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.report.terminal.TerminalSummary;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.compare.CompareHeadline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a comparison in a terminal: plain text of at most {@value #MAX_LINES} lines and
 * {@value TerminalSummary#USUAL_COLUMNS} columns, except that a path is never broken.
 */
public final class CompareSummary {

  /** What it may take. */
  public static final int MAX_LINES = 25;

  private static final int MAX_GROUPS = 8;

  /** Lines of the answer, the check and the paths, with the empty ones. */
  private static final int AROUND = 9;

  private CompareSummary() {}

  /**
   * The summary.
   *
   * @param directory that was written
   * @param check the regression check that was asked for; null where none was
   * @return lines, each ended by a line feed
   */
  public static String of(Comparison comparison, Path directory, @Nullable RegressionCheck check) {
    List<String> lines = new ArrayList<>(wrapped(CompareHeadline.of(comparison), 3));
    lines.add("");
    if (comparison.isGrouped()) {
      List<String> groups = comparison.groups().stream().map(CompareSummary::words).toList();
      lines.addAll(
          first(MAX_GROUPS, "Groups of runs that may be put together:", groups, "in the files"));
    } else {
      lines.addAll(OverviewText.lines(comparison, MAX_LINES - AROUND));
    }
    lines.add("");
    if (check != null) {
      lines.addAll(wrapped(words(check), 2));
    }
    lines.add("Page:    " + ControlCharacters.spaced(CompareWriter.page(directory).toString()));
    lines.add("Data:    " + ControlCharacters.spaced(CompareWriter.json(directory).toString()));
    return String.join("\n", lines.stream().map(PlainText::unbound).toList()) + "\n";
  }

  private static String words(Group group) {
    long outliers =
        group.figures().values().stream()
            .flatMap(figure -> figure.outliers().stream())
            .map(GroupFigure.Outlier::name)
            .distinct()
            .count();
    return "%s of %s, %s%s: %s%s"
        .formatted(
            Phrases.count(group.members().size(), "run"),
            group.key().cpu(),
            group.key().topology(),
            group.key().simulated() ? ", simulated" : "",
            Phrases.count(outliers, "outlier"),
            group.untrusted() > 0 ? ", %d untrusted".formatted(group.untrusted()) : "");
  }

  /** A heading, the first of these lines, and how many more there are elsewhere. */
  private static List<String> first(int most, String heading, List<String> all, String elsewhere) {
    List<String> lines = new ArrayList<>(List.of(heading));
    all.stream()
        .limit(most)
        .map(ControlCharacters::spaced)
        .map(words -> PlainText.cut("  " + words, TerminalSummary.USUAL_COLUMNS))
        .forEach(lines::add);
    if (all.size() > most) {
      lines.add("  and %d more %s".formatted(all.size() - most, elsewhere));
    }
    return lines;
  }

  /** What a regression check found, in one sentence. */
  public static String words(RegressionCheck check) {
    if (check.compared() == 0) {
      return "--fail-on %s: failed, for no yield or throughput of the same machine could be compared"
          .formatted(check.word());
    }
    return check.found() == 0
        ? "--fail-on %s: passed, none of %d yields and throughputs of the same machine is %s"
            .formatted(check.word(), check.compared(), check.word())
        : "--fail-on %s: failed, %d of %d yields and throughputs of the same machine: %s"
            .formatted(check.word(), check.found(), check.compared(), check.word());
  }

  private static List<String> wrapped(String sentence, int lines) {
    return PlainText.wrap(
        PlainText.bound(ControlCharacters.spaced(sentence)), TerminalSummary.USUAL_COLUMNS, lines);
  }
}
