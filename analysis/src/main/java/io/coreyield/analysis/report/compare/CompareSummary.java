package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Group;
import io.coreyield.analysis.comparison.GroupFigure;
import io.coreyield.analysis.comparison.RegressionCheck;
import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.report.terminal.TerminalSummary;
import io.coreyield.analysis.wording.CompareWords;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The end of a comparison in a terminal: plain text of at most {@value #MAX_LINES} lines and
 * {@value TerminalSummary#MAX_COLUMNS} columns, except that a path is never broken.
 */
public final class CompareSummary {

  /** What it may take. */
  public static final int MAX_LINES = 25;

  private static final int MAX_RUNS = 8;
  private static final int MAX_DIFFERENCES = 6;
  private static final int NAME_COLUMNS = 18;

  private CompareSummary() {}

  /**
   * The summary.
   *
   * @param directory that was written
   * @param check the regression check that was asked for; null where none was
   * @return lines, each ended by a line feed
   */
  public static String of(Comparison comparison, Path directory, @Nullable RegressionCheck check) {
    List<String> lines = new ArrayList<>(wrapped(CompareWords.answer(comparison), 3));
    lines.add("");
    if (comparison.isGrouped()) {
      List<String> groups = comparison.groups().stream().map(CompareSummary::words).toList();
      lines.addAll(
          first(MAX_RUNS, "Groups of runs that may be put together:", groups, "in the files"));
    } else {
      lines.addAll(runs(comparison));
    }
    lines.add("");
    List<String> differences = CompareWords.briefDifferences(comparison);
    if (!differences.isEmpty()) {
      lines.addAll(first(MAX_DIFFERENCES, "What differs:", differences, "on the page"));
      lines.add("");
    }
    if (check != null) {
      lines.addAll(wrapped(words(check), 2));
    }
    lines.add("Page:    " + ControlCharacters.spaced(CompareWriter.page(directory).toString()));
    lines.add("Data:    " + ControlCharacters.spaced(CompareWriter.json(directory).toString()));
    return String.join("\n", lines.stream().map(PlainText::unbound).toList()) + "\n";
  }

  private static List<String> runs(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(row("run", "larger", "smaller", "can't tell", "refused", "machine"));
    List<ComparedRun> runs = comparison.runs();
    for (int i = 0; i < Math.min(MAX_RUNS, runs.size()); i++) {
      lines.add(
          i == comparison.reference()
              ? row(runs.get(i).name(), "", "", "reference", "", machine(runs.get(i)))
              : row(
                  runs.get(i).name(),
                  "" + comparison.count(i, Direction.LARGER),
                  "" + comparison.count(i, Direction.SMALLER),
                  "" + comparison.count(i, Direction.CANNOT_TELL),
                  "" + comparison.refused(i),
                  machine(runs.get(i))));
    }
    if (runs.size() > MAX_RUNS) {
      lines.add("  and %d more on the page".formatted(runs.size() - MAX_RUNS));
    }
    return lines;
  }

  private static String machine(ComparedRun run) {
    Topology topology = run.fingerprint().machine().topology();
    return "%s%s%dc/%dt"
        .formatted(
            run.simulated() ? "simulated " : "",
            run.isTrusted() ? "" : "untrusted ",
            topology.physicalCores(),
            topology.logicalCpus());
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
        .map(words -> PlainText.cut("  " + words, TerminalSummary.MAX_COLUMNS))
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
        PlainText.bound(ControlCharacters.spaced(sentence)), TerminalSummary.MAX_COLUMNS, lines);
  }

  private static String row(
      String name, String larger, String smaller, String open, String refused, String machine) {
    String line =
        String.format(
            Locale.ROOT,
            "  %-" + NAME_COLUMNS + "s %6s %8s %10s %9s  %s",
            PlainText.cut(ControlCharacters.spaced(name), NAME_COLUMNS),
            larger,
            smaller,
            open,
            refused,
            machine);
    return PlainText.cut(line.stripTrailing(), TerminalSummary.MAX_COLUMNS);
  }
}
