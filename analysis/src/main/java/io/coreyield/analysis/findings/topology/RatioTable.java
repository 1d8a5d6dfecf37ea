package io.coreyield.analysis.findings.topology;

import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MedianInterval;
import io.coreyield.analysis.stats.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** The ratios of every pair, by round. */
final class RatioTable {

  /** The standard error of a median of normal values, in those of their mean: √(π/2). */
  private static final double MEDIAN_ERROR = Math.sqrt(Math.PI / 2);

  private final List<CpuPair> pairs;
  private final double[][] ratios;

  private RatioTable(List<CpuPair> pairs, double[][] ratios) {
    this.pairs = pairs;
    this.ratios = ratios;
  }

  /** A table of them, in the order of pairs and rounds. */
  static RatioTable of(List<PairObservation> observations) {
    SortedMap<CpuPair, SortedMap<Integer, Double>> byPair = new TreeMap<>();
    observations.forEach(
        o -> byPair.computeIfAbsent(o.pair(), pair -> new TreeMap<>()).put(o.round(), o.ratio()));
    return new RatioTable(
        List.copyOf(byPair.keySet()),
        byPair.values().stream()
            .map(rounds -> rounds.values().stream().mapToDouble(r -> r).toArray())
            .toArray(double[][]::new));
  }

  List<CpuPair> pairs() {
    return pairs;
  }

  /** How many rounds every pair was measured in; 0 of no pair. */
  int rounds() {
    return Arrays.stream(ratios).mapToInt(r -> r.length).min().orElse(0);
  }

  /** How many rounds a pair was measured in. */
  int rounds(int pair) {
    return ratios[pair].length;
  }

  /** The median of a pair, with its interval. */
  Estimate median(int pair) {
    return MedianInterval.of(ratios[pair]);
  }

  double[] medians() {
    return Arrays.stream(ratios).mapToDouble(Sample::median).toArray();
  }

  /**
   * The same of rounds drawn with replacement, the same rounds for all pairs: what disturbs a
   * machine disturbs many of them at once.
   */
  double[] resampledMedians(UniformRandomProvider random) {
    int rounds = rounds();
    int[] drawn = IntStream.range(0, rounds).map(i -> random.nextInt(rounds)).toArray();
    double[] medians = new double[ratios.length];
    for (int pair = 0; pair < medians.length; pair++) {
      double[] all = ratios[pair];
      medians[pair] =
          Sample.median(Arrays.stream(drawn).mapToDouble(round -> all[round]).toArray());
    }
    return medians;
  }

  /** How far a pair's median is off by chance, in the middle of all pairs; 0 of one round. */
  double typicalError() {
    return Sample.median(
        Arrays.stream(ratios)
            .mapToDouble(r -> MEDIAN_ERROR * RatioThreshold.robustSd(r) / Math.sqrt(r.length))
            .toArray());
  }
}
