package io.coreyield.analysis.findings.topology;

import io.coreyield.analysis.model.trial.CpuPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Puts logical CPUs into groups that share a core. Sharing is an equivalence: two groups become one
 * only if the mean ratio over all measured pairs between them is below the threshold, so that one
 * pair that was read wrongly does not join two cores. The lowest ratios come first (agglomerative
 * clustering by average linkage).
 */
final class CoreGroups {

  private final Map<CpuPair, Double> ratios;
  private final double threshold;
  private final Map<Integer, List<Integer>> groupOf = new HashMap<>();

  private CoreGroups(Map<CpuPair, Double> ratios, double threshold) {
    this.ratios = ratios;
    this.threshold = threshold;
  }

  /**
   * The groups of two or more, each in order, in the order of their first logical CPUs.
   *
   * @param pairs that were measured
   * @param medians of their ratios, in the same order
   * @param threshold below which a ratio means sharing
   */
  static List<List<Integer>> of(List<CpuPair> pairs, double[] medians, double threshold) {
    Map<CpuPair, Double> ratios = new HashMap<>();
    IntStream.range(0, medians.length).forEach(i -> ratios.put(pairs.get(i), medians[i]));
    CoreGroups groups = new CoreGroups(ratios, threshold);
    IntStream.range(0, medians.length)
        .boxed()
        .filter(i -> medians[i] < threshold)
        .sorted(Comparator.comparingDouble(i -> medians[i]))
        .forEach(i -> groups.join(pairs.get(i)));
    return groups.groupOf.values().stream()
        .distinct()
        .map(group -> List.copyOf(new TreeSet<>(group)))
        .sorted(Comparator.comparingInt(List::getFirst))
        .toList();
  }

  private void join(CpuPair pair) {
    List<Integer> one = groupOf.getOrDefault(pair.first(), List.of(pair.first()));
    List<Integer> other = groupOf.getOrDefault(pair.second(), List.of(pair.second()));
    if (!one.equals(other) && meanRatio(one, other) < threshold) {
      List<Integer> both = new ArrayList<>(one);
      both.addAll(other);
      both.forEach(cpu -> groupOf.put(cpu, both));
    }
  }

  private double meanRatio(List<Integer> one, List<Integer> other) {
    return one.stream()
        .flatMap(a -> other.stream().map(b -> ratios.get(CpuPair.of(a, b))))
        .filter(ratio -> ratio != null)
        .mapToDouble(ratio -> ratio)
        .average()
        .orElse(Double.NaN);
  }
}
