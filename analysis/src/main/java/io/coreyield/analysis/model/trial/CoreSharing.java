package io.coreyield.analysis.model.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which logical CPUs share a core, by measurement.
 *
 * @param answer what they turned out to be
 * @param confidence share of the resamples of the rounds in which the same groups come out, at most
 *     1 − 2^(1 − rounds); null where no groups were found
 * @param threshold ratio below which a pair counts as sharing; null where none could be drawn
 * @param groups the logical CPUs of each core that two or more of them share, in order; a guess
 *     where the answer is unknown
 * @param declared the same by what the machine declares
 * @param contradictions measured pairs that do not fit the groups, in words
 */
public record CoreSharing(
    SharingAnswer answer,
    String sentence,
    @Nullable Double confidence,
    @Nullable Double threshold,
    List<List<Integer>> groups,
    List<List<Integer>> declared,
    List<String> contradictions) {

  public CoreSharing {
    groups = groups.stream().map(List::copyOf).toList();
    declared = declared.stream().map(List::copyOf).toList();
    contradictions = List.copyOf(contradictions);
  }

  public boolean isKnown() {
    return answer != SharingAnswer.UNKNOWN;
  }

  /** Whether two logical CPUs are in one group. */
  public boolean isShared(CpuPair pair) {
    return groups.stream().anyMatch(group -> group.containsAll(pair.cpus()));
  }
}
