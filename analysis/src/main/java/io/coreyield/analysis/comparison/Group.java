package io.coreyield.analysis.comparison;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs on processors of one model that may be put together. Runs that may not are in other groups,
 * and never averaged over.
 *
 * @param key what they have in common
 * @param members names, in order
 * @param untrusted how many of them are not trusted, and count in no figure
 * @param figures by row and setting
 */
public record Group(
    Key key, List<String> members, int untrusted, SortedMap<Row, GroupFigure> figures) {

  /**
   * What the runs of a group have in common.
   *
   * @param cpu the processor's name
   * @param topology in words
   * @param quota of CPU time that binds, in words
   * @param simulated whether nothing was measured
   * @param tool that captured them; null of runs of ours
   * @param java version and flags in words
   * @param kernelCode which code of the kernels ran
   */
  public record Key(
      String cpu,
      String topology,
      String quota,
      boolean simulated,
      @Nullable String tool,
      String java,
      String kernelCode) {

    /** What a run has in common with others of its group. */
    public static Key of(ComparedRun run) {
      Fingerprint f = run.fingerprint();
      String flags = String.join(" ", f.jvmArguments());
      return new Key(
          f.machine().cpu(),
          f.machine().topology().summary(),
          f.quota(),
          run.simulated(),
          run.tool(),
          "%s, Java %s%s"
              .formatted(
                  f.environment().jvm().vmName(),
                  f.javaRelease(),
                  flags.isEmpty() ? "" : ", " + flags),
          run.kernelCode());
    }
  }

  /** Groups runs; a copy of a run counts once. The largest group comes first. */
  static List<Group> of(List<ComparedRun> runs, Collection<Row> rows) {
    Set<String> seen = new HashSet<>();
    return runs.stream()
        .sorted(ComparedRun.CANONICAL)
        .filter(run -> seen.add(run.identity()))
        .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), rows))
        .sorted(Comparator.comparingInt((Group group) -> -group.members.size()))
        .toList();
  }

  private static Group of(Key key, List<ComparedRun> runs, Collection<Row> rows) {
    List<ComparedRun> trusted = runs.stream().filter(ComparedRun::isTrusted).toList();
    SortedMap<Row, GroupFigure> figures = new TreeMap<>();
    for (Row row : rows) {
      List<ComparedRun> known = trusted.stream().filter(run -> run.value(row).isPresent()).toList();
      if (!known.isEmpty()) {
        figures.put(row, GroupFigure.of(row, known));
      }
    }
    List<String> members = runs.stream().map(ComparedRun::name).toList();
    return new Group(key, members, runs.size() - trusted.size(), figures);
  }
}
