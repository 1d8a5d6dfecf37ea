package io.coreyield.analysis.report.terminal;

import io.coreyield.analysis.model.trial.CoreSharing;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.PairsRun;
import io.coreyield.analysis.wording.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The end of a measurement of pairs in a terminal: plain text, the answer first. */
public final class PairsSummary {

  /** The widest matrix that a terminal shows. */
  public static final int MAX_CPUS = 16;

  private static final int MAX_ANSWER_LINES = 8;

  private PairsSummary() {}

  /**
   * The answer, the matrix of medians where there are at most {@value #MAX_CPUS} logical CPUs, and
   * the groups and what the machine declares.
   *
   * @return lines, each ended by a line feed
   */
  public static String of(PairsRun run) {
    CoreSharing sharing = run.topology().sharing();
    List<String> lines =
        new ArrayList<>(
            PlainText.wrap(sharing.sentence(), TerminalSummary.USUAL_COLUMNS, MAX_ANSWER_LINES));
    if (run.topology().setup().cpus().size() <= MAX_CPUS && !run.topology().pairs().isEmpty()) {
      lines.add("");
      lines.addAll(matrix(run));
    }
    lines.add("");
    lines.add(cut("Measured:  " + measured(sharing)));
    lines.add(cut("Declared:  " + groups(sharing.declared())));
    return String.join("\n", lines) + "\n";
  }

  /** The half below the diagonal; a point marks a pair that was not measured. */
  private static List<String> matrix(PairsRun run) {
    Map<CpuPair, Double> medians = new HashMap<>();
    run.topology().pairs().forEach(ratio -> medians.put(ratio.cpuPair(), ratio.median()));
    List<Integer> cpus = run.siblingsAdjacent();
    List<String> lines = new ArrayList<>();
    for (int row = 1; row < cpus.size(); row++) {
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%3d", cpus.get(row)));
      for (int column = 0; column < row; column++) {
        Double median = medians.get(CpuPair.of(cpus.get(row), cpus.get(column)));
        line.append(median == null ? "    ·" : String.format(Locale.ROOT, " %.2f", median));
      }
      lines.add(line.toString());
    }
    lines.add(
        "CPU"
            + cpus.subList(0, cpus.size() - 1).stream()
                .map(cpu -> String.format(Locale.ROOT, " %4d", cpu))
                .collect(Collectors.joining()));
    return lines;
  }

  private static String groups(List<List<Integer>> groups) {
    return groups.isEmpty()
        ? "no two share a core"
        : groups.stream()
            .map(group -> group.stream().map(String::valueOf).collect(Collectors.joining("+")))
            .collect(Collectors.joining(", "));
  }

  private static String measured(CoreSharing sharing) {
    if (sharing.isKnown()) {
      return groups(sharing.groups());
    }
    return sharing.groups().isEmpty()
        ? "cannot tell"
        : "cannot tell, perhaps " + groups(sharing.groups());
  }

  private static String cut(String line) {
    return PlainText.cut(line, TerminalSummary.USUAL_COLUMNS);
  }
}
