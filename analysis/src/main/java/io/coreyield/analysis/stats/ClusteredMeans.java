package io.coreyield.analysis.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The means of forks, core by core: one figure or several that belong together.
 *
 * @param forksOfCores by core, each fork's mean over its blocks; every core has a fork
 */
record ClusteredMeans(SortedMap<String, List<double[]>> forksOfCores) {

  /** Groups blocks, in any order. */
  static ClusteredMeans of(List<Block> blocks) {
    SortedMap<String, SortedMap<Integer, List<double[]>>> tree = new TreeMap<>();
    for (Block block : blocks) {
      tree.computeIfAbsent(block.core(), _ -> new TreeMap<>())
          .computeIfAbsent(block.fork(), _ -> new ArrayList<>())
          .add(block.figures().stream().mapToDouble(Double::doubleValue).toArray());
    }
    SortedMap<String, List<double[]>> forks = new TreeMap<>();
    tree.forEach((core, byFork) ->
        forks.put(core, byFork.values().stream().map(ClusteredMeans::mean).toList()));
    return new ClusteredMeans(forks);
  }

  /** The cores that {@code other} has too. */
  ClusteredMeans sharedWith(ClusteredMeans other) {
    SortedMap<String, List<double[]>> shared = new TreeMap<>(forksOfCores);
    shared.keySet().retainAll(other.forksOfCores.keySet());
    return new ClusteredMeans(shared);
  }

  /** The forks of each core, in the order of the cores. */
  List<List<double[]>> forks() {
    return List.copyOf(forksOfCores.values());
  }

  /** One mean per core, in the order of the cores. */
  List<double[]> cores() {
    return forksOfCores.values().stream().map(ClusteredMeans::mean).toList();
  }

  /** The fewest forks of a core; 0 without cores. */
  int fewestForks() {
    return forksOfCores.values().stream().mapToInt(List::size).min().orElse(0);
  }

  boolean isFinite() {
    return forksOfCores.values().stream()
        .flatMap(List::stream)
        .noneMatch(figures -> Sample.lacks(Double::isFinite, figures));
  }

  /** The mean of each figure; of equal values exactly that value. */
  static double[] mean(List<double[]> values) {
    double[] first = values.getFirst();
    double[] mean = first.clone();
    for (int figure = 0; figure < mean.length; figure++) {
      for (double[] value : values) {
        mean[figure] += (value[figure] - first[figure]) / values.size();
      }
    }
    return mean;
  }
}
