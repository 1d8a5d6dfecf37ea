package io.coreyield.benchmarks.terminal;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How busy every logical CPU is, 0 to 1 or NaN where unknown, a character each, siblings next to
 * each other. With less room it is a character per core, and then one for several cores.
 */
record LoadBar(List<List<Double>> cores, boolean ascii) {

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final String ASCII = ".:-=+*#@";
  private static final String UNKNOWN = "?";
  private static final int MIN_COLUMNS = 2;

  /** Between two samples; one that has none, or no time between them, is unknown. */
  static LoadBar between(LoadSample from, LoadSample to, Topology topology, boolean ascii) {
    Map<Integer, Double> busy = new HashMap<>();
    for (int i = 0; i < to.cpuIds().size(); i++) {
      int before = from.cpuIds().indexOf(to.cpuIds().get(i));
      if (before >= 0) {
        CpuTimes spent = to.times().get(i).since(from.times().get(before));
        busy.put(to.cpuIds().get(i), (double) spent.busyMs() / spent.totalMs());
      }
    }
    List<List<Double>> cores =
        topology.cores().stream()
            .map(core ->
                core.stream().map(LogicalCpu::id).map(id -> busy.getOrDefault(id, Double.NaN)))
            .map(core -> core.toList())
            .toList();
    return new LoadBar(cores, ascii);
  }

  /** The longest form that fits; empty where none does. */
  String within(int columns) {
    boolean siblings = cores.stream().anyMatch(core -> core.size() > 1);
    String each =
        cores.stream()
            .map(core -> core.stream().map(this::level).collect(Collectors.joining()))
            .collect(Collectors.joining(siblings ? " " : ""));
    if (each.length() <= columns) {
      return each;
    }
    return columns < MIN_COLUMNS ? "" : grouped(Math.min(columns, cores.size()));
  }

  private String grouped(int groups) {
    return IntStream.range(0, groups)
        .mapToObj(i -> cores.subList(i * cores.size() / groups, (i + 1) * cores.size() / groups))
        .map(LoadBar::mean)
        .map(this::level)
        .collect(Collectors.joining());
  }

  private static double mean(List<List<Double>> some) {
    return some.stream()
        .flatMap(List::stream)
        .mapToDouble(Double::doubleValue)
        .filter(share -> !Double.isNaN(share))
        .average()
        .orElse(Double.NaN);
  }

  private String level(double share) {
    if (Double.isNaN(share)) {
      return UNKNOWN;
    }
    String levels = ascii ? ASCII : BLOCKS;
    int level = (int) (Math.clamp(share, 0, 1) * levels.length());
    return String.valueOf(levels.charAt(Math.min(level, levels.length() - 1)));
  }
}
