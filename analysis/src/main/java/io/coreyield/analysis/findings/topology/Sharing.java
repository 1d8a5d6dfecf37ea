package io.coreyield.analysis.findings.topology;

import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.SharingAnswer;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which logical CPUs share a core, by measurement.
 *
 * @param answer what they turned out to be
 * @param doubt why that is unknown; null where it is known
 * @param cpus the logical CPUs that were measured
 * @param pairs of them that were measured; where not all were, one that was not may share a core
 * @param rounds over all pairs
 * @param confidence share of the resamples of the rounds in which the same groups come out, at most
 *     1 − 2^(1 − rounds); null where there are no groups
 * @param threshold ratio below which a pair counts as sharing; null where none could be drawn
 * @param groups the logical CPUs of each core that two or more of them share, in order; a guess
 *     where the answer is unknown
 * @param declared the same by what the machine declares
 * @param contradictions measured pairs that do not fit the groups
 */
public record Sharing(
    SharingAnswer answer,
    @Nullable Doubt doubt,
    List<Integer> cpus,
    int pairs,
    int rounds,
    @Nullable Double confidence,
    @Nullable Double threshold,
    List<List<Integer>> groups,
    List<List<Integer>> declared,
    List<Contradiction> contradictions) {

  /** Why it is unknown which logical CPUs share a core. */
  public sealed interface Doubt {}

  /** Fewer rounds than an interval needs. */
  public record TooFewRounds(int needed) implements Doubt {}

  /**
   * The ratios lie on no clear levels.
   *
   * @param lowest of them
   * @param highest of them
   * @param isGapMissing whether they lie where both levels would be
   */
  public record NoLevels(double lowest, double highest, boolean isGapMissing) implements Doubt {}

  public record Contradicting() implements Doubt {}

  /** Other rounds give other groups. */
  public record Unstable() implements Doubt {}

  /**
   * A pair that does not fit the groups.
   *
   * @param shared whether it is in one group
   */
  public record Contradiction(CpuPair pair, Estimate ratio, boolean shared) {}

  /** Whether the answer is known, at least that surely. */
  public boolean isKnown(double leastConfidence) {
    return answer != SharingAnswer.UNKNOWN && confidence != null && confidence >= leastConfidence;
  }

  /** How many pairs there are of these logical CPUs. */
  public int pairsInAll() {
    return cpus.size() * (cpus.size() - 1) / 2;
  }
}
