package io.coreyield.analysis.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of a row of dstat or dool.
 *
 * @param columns from left to right
 * @param cpuIds the logical CPUs, in the order of their columns
 * @param unheld groups that a run has no place for
 */
record DstatColumns(List<Column> columns, List<Integer> cpuIds, Set<String> unheld) {

  private static final Pattern USAGE =
      Pattern.compile("(?:cpu ?(\\d+)|total)[ \\-─]*(?:cpu[ \\-─])?usage");

  private static final int MAX_NAMES = 40;

  /**
   * A heading.
   *
   * @param group above it: {@code cpu0 usage}
   * @param name of its own: {@code usr}
   */
  record Heading(String group, String name) {}

  /** One column. */
  sealed interface Column {
    /** The time on the wall clock. */
    record Time() implements Column {}

    /** Seconds since 1970. */
    record Epoch() implements Column {}

    /** Percent of one counter; {@code slot} counts counters over all CPUs, in the order of both. */
    record Part(int slot, String name) implements Column {}

    /** Swap in use. */
    record SwapUsed() implements Column {}

    /** Swap that is not. */
    record SwapFree() implements Column {}

    /** Something that is not held, or follows from the others. */
    record Other() implements Column {}
  }

  /** Copies the lists. */
  DstatColumns {
    columns = List.copyOf(columns);
    cpuIds = List.copyOf(cpuIds);
    unheld = Set.copyOf(unheld);
  }

  /** Finds out by headings. */
  static DstatColumns of(List<Heading> headings) {
    List<Column> columns = new ArrayList<>();
    Map<Integer, Integer> indices = new LinkedHashMap<>();
    Set<String> unheld = new LinkedHashSet<>();
    for (Heading heading : headings) {
      Matcher usage = USAGE.matcher(heading.group());
      columns.add(usage.matches() ? part(usage, heading, indices, unheld) : other(heading, unheld));
    }
    return new DstatColumns(columns, List.copyOf(indices.keySet()), unheld);
  }

  private static Column part(
      Matcher usage, Heading heading, Map<Integer, Integer> indices, Set<String> unheld) {
    if (usage.group(1) == null) {
      return new Column.Other();
    }
    int counter = Percents.counter(heading.name());
    int next = indices.size();
    int index = indices.computeIfAbsent(cpuId(usage.group(1)), id -> next);
    if (counter < 0) {
      note(unheld, heading.group() + ":" + heading.name());
      return new Column.Other();
    }
    return new Column.Part(index * Percents.COUNTERS + counter, heading.name());
  }

  private static int cpuId(String digits) {
    if (digits.length() > 6) {
      throw new IllegalArgumentException(
          "there is no logical CPU %s".formatted(Percents.cut(digits)));
    }
    return Integer.parseInt(digits);
  }

  private static Column other(Heading heading, Set<String> unheld) {
    String swap = heading.group().equals("swap") ? "swap " : "";
    return switch (swap + heading.name()) {
      case "time" -> new Column.Time();
      case "epoch" -> new Column.Epoch();
      case "swap used" -> new Column.SwapUsed();
      case "swap free" -> new Column.SwapFree();
      default -> {
        note(unheld, heading.group());
        yield new Column.Other();
      }
    };
  }

  private static void note(Set<String> unheld, String name) {
    if (unheld.size() < MAX_NAMES) {
      unheld.add(Percents.cut(name.toLowerCase(Locale.ROOT)));
    }
  }

  /** Whether rows have a time. */
  boolean hasTime() {
    return columns.stream().anyMatch(c -> c instanceof Column.Time || c instanceof Column.Epoch);
  }
}
