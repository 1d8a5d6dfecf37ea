package io.coreyield.analysis.comparison;

import io.coreyield.analysis.recording.file.ControlCharacters;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Names of runs, made unique: by the date of the start, then by a number. */
final class Names {

  /** What a heading of a column has room for. */
  private static final int LONGEST = 60;

  private Names() {}

  /** The name in one line without control characters; {@code run} where nothing is left. */
  static String clean(String name) {
    String plain = ControlCharacters.spaced(name);
    String cut =
        plain.codePointCount(0, plain.length()) > LONGEST
            ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)) + "…"
            : plain;
    return cut.isEmpty() ? "run" : cut;
  }

  /**
   * The same runs in the same order, no two of one name. Which one gets which number does not
   * depend on their order.
   */
  static List<ComparedRun> unique(List<ComparedRun> runs) {
    Map<String, Integer> counts = new HashMap<>();
    runs.forEach(run -> counts.merge(clean(run.name()), 1, Integer::sum));
    List<String> names = new ArrayList<>();
    for (ComparedRun run : runs) {
      String name = clean(run.name());
      names.add(counts.getOrDefault(name, 0) > 1 ? name + " " + date(run) : name);
    }
    return numbered(runs, names);
  }

  private static LocalDate date(ComparedRun run) {
    return run.start().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static List<ComparedRun> numbered(List<ComparedRun> runs, List<String> names) {
    List<Integer> canonical =
        IntStream.range(0, runs.size())
            .boxed()
            .sorted((a, b) -> ComparedRun.CANONICAL.compare(runs.get(a), runs.get(b)))
            .toList();
    Set<String> taken = new HashSet<>();
    Map<Integer, ComparedRun> named = new TreeMap<>();
    for (int index : canonical) {
      String name = names.get(index);
      String unique = name;
      for (int number = 2; !taken.add(unique); number++) {
        unique = "%s (%d)".formatted(name, number);
      }
      named.put(index, runs.get(index).named(unique));
    }
    return List.copyOf(named.values());
  }
}
