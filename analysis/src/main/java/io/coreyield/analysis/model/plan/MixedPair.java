package io.coreyield.analysis.model.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The logical CPUs of one core, to be measured alone and together with unlike code on them: what
 * two kernels take from each other.
 *
 * @param pair the logical CPUs, and the kernel and model of worker 0
 * @param beside the kernel of worker 1, another one
 */
public record MixedPair(CorePair pair, Kernel beside) {

  /** Throws an {@link IllegalArgumentException} unless there are two kernels and two places. */
  public MixedPair {
    if (beside == pair.kernel()) {
      throw new IllegalArgumentException(
          "%s beside itself is no mixed pair: a pair of siblings measures it".formatted(beside));
    }
    if (pair.hasOneCpu()) {
      throw new IllegalArgumentException(
          "logical CPU %d has no other to be measured with".formatted(pair.first()));
    }
  }

  /** The kernel of a worker, 0 or 1. */
  public Kernel kernel(int worker) {
    return worker == 0 ? pair.kernel() : beside;
  }

  /** What a block measures, each once: the arms whose logical CPUs there are, in both orders. */
  public List<PairArm> arms() {
    List<PairArm> arms = new ArrayList<>(List.of(PairArm.FIRST, PairArm.FIRST_SWAPPED));
    if (pair.second() != null) {
      arms.addAll(
          List.of(PairArm.SECOND, PairArm.SECOND_SWAPPED, PairArm.BOTH, PairArm.BOTH_SWAPPED));
    }
    if (pair.other() != null) {
      arms.addAll(
          List.of(
              PairArm.OTHER, PairArm.OTHER_SWAPPED, PairArm.SEPARATE, PairArm.SEPARATE_SWAPPED));
    }
    return List.copyOf(arms);
  }

  /** The same kernels on other logical CPUs. */
  public MixedPair on(int first, @Nullable Integer second, @Nullable Integer other) {
    return new MixedPair(new CorePair(pair.kernel(), pair.model(), first, second, other), beside);
  }

  /** One line that names it: {@code range beside array-stream platform pair 0+4}. */
  public String label() {
    return "%s beside %s %s %s %d+%d"
        .formatted(
            pair.kernel(),
            beside,
            pair.model(),
            pair.second() == null ? "on cores of" : "pair",
            pair.first(),
            pair.second() == null ? pair.other() : pair.second());
  }
}
