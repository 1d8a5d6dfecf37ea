package io.coreyield.analysis.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row of dstat or dool.
 *
 * @param columns from left to right
 * @param cpuIds the logical CPUs, in the order of their columns
 */
record DstatColumns(List<Column> columns, List<Integer> cpuIds) {

  private static final Pattern USAGE =
      Pattern.compile("(?:cpu ?(\\d+)|total)[ \\-─]*(?:cpu[ \\-─])?usage");

  /**
   * A heading.
   *
   * @param group above it: {@code cpu0 usage}
   * @param name of its own: {@code usr}
   */
  record Heading(String group, String name) {}

  enum Kind {
    /** Time on the wall clock. */
    TIME,
    /** Seconds since 1970. */
    EPOCH,
    /** Percent in one counter of a logical CPU. */
    PERCENT,
    SWAP_USED,
    SWAP_FREE,
    /** The average of all CPUs, which follows from the others. */
    TOTAL,
    LEFT_OUT
  }

  /**
   * One column.
   *
   * @param slot of {@link Kind#PERCENT}: eight counters per logical CPU, in the order of cpuIds
   * @param name for messages
   */
  record Column(Kind kind, int slot, String name) {}

  /** Copies the lists. */
  DstatColumns {
    columns = List.copyOf(columns);
    cpuIds = List.copyOf(cpuIds);
  }

  /** The columns under these headings. */
  static DstatColumns of(List<Heading> headings) {
    List<Column> columns = new ArrayList<>();
    Map<Integer, Integer> indices = new LinkedHashMap<>();
    for (Heading heading : headings) {
      Matcher usage = USAGE.matcher(heading.group());
      columns.add(usage.matches() ? usage(usage.group(1), heading, indices) : other(heading));
    }
    return new DstatColumns(columns, List.copyOf(indices.keySet()));
  }

  private static Column usage(
      @Nullable String cpu, Heading heading, Map<Integer, Integer> indices) {
    if (cpu == null) {
      return new Column(Kind.TOTAL, 0, heading.name());
    }
    if (cpu.length() > 6) {
      throw new IllegalArgumentException("there is no logical CPU %s".formatted(Percents.cut(cpu)));
    }
    int next = indices.size();
    int index = indices.computeIfAbsent(Integer.valueOf(cpu), id -> next);
    int counter = Percents.counter(heading.name());
    return counter < 0
        ? leftOut(heading.group() + ":" + heading.name())
        : new Column(Kind.PERCENT, index * Percents.COUNTERS + counter, heading.name());
  }

  private static Column other(Heading heading) {
    String swap = heading.group().equals("swap") ? "swap " : "";
    return switch (swap + heading.name()) {
      case "time" -> new Column(Kind.TIME, 0, "time");
      case "epoch" -> new Column(Kind.EPOCH, 0, "epoch");
      case "swap used" -> new Column(Kind.SWAP_USED, 0, "used");
      case "swap free" -> new Column(Kind.SWAP_FREE, 0, "free");
      default -> leftOut(heading.group());
    };
  }

  private static Column leftOut(String name) {
    return new Column(Kind.LEFT_OUT, 0, name.toLowerCase(Locale.ROOT));
  }

  boolean hasTime() {
    return columns.stream().anyMatch(c -> c.kind() == Kind.TIME || c.kind() == Kind.EPOCH);
  }
}
