package io.coreyield.analysis.comparison;

import io.coreyield.analysis.recording.file.ControlCharacters;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names of runs, made unique: by the date of the start, then by a number. */
final class Names {

  /** What the heading of a column has room for. */
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
    Map<String, Long> counts =
        runs.stream()
            .map(run -> clean(run.name()))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    ComparedRun[] named = runs.toArray(ComparedRun[]::new);
    Set<String> taken = new HashSet<>();
    IntStream.range(0, named.length)
        .boxed()
        .sorted(Comparator.comparing(runs::get, ComparedRun.CANONICAL))
        .forEach(i -> {
          String name = clean(named[i].name());
          String dated = counts.getOrDefault(name, 0L) > 1 ? name + " " + date(named[i]) : name;
          String unique = dated;
          for (int number = 2; !taken.add(unique); number++) {
            unique = "%s (%d)".formatted(dated, number);
          }
          named[i] = named[i].named(unique);
        });
    return List.of(named);
  }

  private static LocalDate date(ComparedRun run) {
    return run.start().atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
