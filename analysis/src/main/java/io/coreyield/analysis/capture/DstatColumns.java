package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

  /** What versions call the time. */
  private static final List<String> TIMES = List.of("time", "times", "date/time");

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
    /** Seconds since 1970, which leave no doubt of the year and the zone. */
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
    if (indices.size() > Topology.MAX_CPUS) {
      throw new IllegalArgumentException(
          "there are %d logical CPUs, not 1 to %d".formatted(indices.size(), Topology.MAX_CPUS));
    }
    return new DstatColumns(columns, List.copyOf(indices.keySet()));
  }

  /** Whether columns of these names tell the time. */
  static boolean isTime(List<String> names) {
    return names.stream().anyMatch(name -> name.equals("epoch") || TIMES.contains(name));
  }

  /** The column that tells the time; -1 if none does. */
  int time() {
    int epoch = indexOf(Kind.EPOCH);
    return epoch >= 0 ? epoch : indexOf(Kind.TIME);
  }

  private int indexOf(Kind kind) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).kind() == kind)
        .findFirst()
        .orElse(-1);
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
      case "time", "times", "date/time" -> new Column(Kind.TIME, 0, "time");
      case "epoch" -> new Column(Kind.EPOCH, 0, "epoch");
      case "swap used" -> new Column(Kind.SWAP_USED, 0, "used");
      case "swap free" -> new Column(Kind.SWAP_FREE, 0, "free");
      default -> leftOut(heading.group());
    };
  }

  private static Column leftOut(String name) {
    return new Column(Kind.LEFT_OUT, 0, name.toLowerCase(Locale.ROOT));
  }
}
