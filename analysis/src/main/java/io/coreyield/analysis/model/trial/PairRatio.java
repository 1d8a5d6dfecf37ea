package io.coreyield.analysis.model.trial;

import org.jspecify.annotations.Nullable;

/**
 * What two logical CPUs do together, over what one of them does alone.
 *
 * @param first the lower number
 * @param second the higher number
 * @param median over the rounds
 * @param low lower end of its 95 % interval; null of fewer than 6 rounds
 * @param high upper end of its 95 % interval; null of fewer than 6 rounds
 * @param rounds in how many rounds it was measured
 * @param declared whether the machine declares that they share a core
 */
public record PairRatio(
    int first,
    int second,
    double median,
    @Nullable Double low,
    @Nullable Double high,
    int rounds,
    boolean declared) {

  public CpuPair cpuPair() {
    return new CpuPair(first, second);
  }
}
