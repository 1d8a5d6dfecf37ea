package io.coreyield.analysis.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs on processors of one model that may be put together: the same topology, all simulated or all
 * measured, the same code of the kernels, the same Java and flags. What may not is another group,
 * and never averaged over.
 *
 * @param cpu the processor's name
 * @param topology in words
 * @param simulated whether nothing was measured
 * @param tool that captured them; null of runs of ours
 * @param java version and flags in words
 * @param kernelCode which code of the kernels ran
 * @param members names, in order
 * @param unfit how many of them ran on a machine that was not fit, and count in no figure
 * @param figures by row and setting
 */
public record Group(
    String cpu,
    String topology,
    boolean simulated,
    @Nullable String tool,
    String java,
    String kernelCode,
    List<String> members,
    int unfit,
    SortedMap<Row, GroupFigure> figures) {

  private record Key(
      String cpu,
      String topology,
      boolean simulated,
      @Nullable String tool,
      String java,
      String kernelCode) {
    static Key of(ComparedRun run) {
      Fingerprint f = run.fingerprint();
      return new Key(
          f.machine().cpu(),
          f.machine().topology().summary(),
          run.simulated(),
          run.tool(),
          "%s, Java %s%s"
              .formatted(
                  f.environment().jvm().vmName(),
                  f.javaRelease(),
                  f.jvmArguments().isEmpty() ? "" : ", " + String.join(" ", f.jvmArguments())),
          run.kernelCode());
    }
  }

  /** Copies the list. */
  public Group {
    members = List.copyOf(members);
  }

  /** Groups runs; a copy of a run counts once. The largest group comes first. */
  static List<Group> of(List<ComparedRun> runs) {
    List<ComparedRun> ordered = runs.stream().sorted(ComparedRun.CANONICAL).toList();
    Map<Key, List<ComparedRun>> byKey = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (ComparedRun run : ordered) {
      if (seen.add(run.identity())) {
        byKey.computeIfAbsent(Key.of(run), _ -> new ArrayList<>()).add(run);
      }
    }
    return byKey.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt((Group group) -> -group.members.size()))
        .toList();
  }

  private static Group of(Key key, List<ComparedRun> runs) {
    List<ComparedRun> fit = runs.stream().filter(ComparedRun::fit).toList();
    return new Group(
        key.cpu,
        key.topology,
        key.simulated,
        key.tool,
        key.java,
        key.kernelCode,
        runs.stream().map(ComparedRun::name).toList(),
        runs.size() - fit.size(),
        figures(fit));
  }

  private static SortedMap<Row, GroupFigure> figures(Collection<ComparedRun> runs) {
    SortedMap<Row, List<ComparedRun>> byRow = new TreeMap<>();
    for (ComparedRun run : runs) {
      run.readings()
          .forEach((row, reading) -> {
            if (reading.estimate().hasValue()) {
              byRow.computeIfAbsent(row, _ -> new ArrayList<>()).add(run);
            }
          });
    }
    SortedMap<Row, GroupFigure> figures = new TreeMap<>();
    byRow.forEach((row, some) -> figures.put(row, GroupFigure.of(row, some)));
    return figures;
  }
}
