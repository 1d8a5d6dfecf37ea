package io.coreyield.analysis.model.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The logical CPUs of one core, to be measured alone and together by the paired estimator of the
 * SMT yield.
 *
 * @param model how the workers are made to run at once; a parallel one
 * @param first a logical CPU of the core
 * @param second its SMT sibling; null where it has none: then only the controls are measured
 * @param other a logical CPU of another core for the ceiling: one that shares the last-level cache,
 *     NUMA node and class of core where there is one, else any of the same class; null where there
 *     is none
 */
public record CorePair(
    Kernel kernel,
    ConcurrencyModel model,
    int first,
    @Nullable Integer second,
    @Nullable Integer other) {

  private static final String NONE = "none";

  /**
   * Throws an {@link IllegalArgumentException} unless the logical CPUs differ and workers can run
   * at once.
   */
  public CorePair {
    if (first < 0 || (second != null && second < 0) || (other != null && other < 0)) {
      throw new IllegalArgumentException(
          "logical CPUs %d, %s, %s: none may be negative".formatted(first, second, other));
    }
    if ((second != null && second == first)
        || (other != null && (other == first || other.equals(second)))) {
      throw new IllegalArgumentException(
          "logical CPUs %d, %s, %s: they must differ".formatted(first, second, other));
    }
    if (!model.isParallel()) {
      throw new IllegalArgumentException(
          "%s never run at once, so a pair says nothing".formatted(model.title()));
    }
  }

  /** What a block measures, each once: the arms whose logical CPUs there are. */
  public List<PairArm> arms() {
    List<PairArm> arms = new ArrayList<>(List.of(PairArm.FIRST, PairArm.SAME));
    if (second != null) {
      arms.add(PairArm.SECOND);
      arms.add(PairArm.BOTH);
    }
    if (other != null) {
      arms.add(PairArm.OTHER);
      arms.add(PairArm.SEPARATE);
    }
    return List.copyOf(arms);
  }

  /**
   * The logical CPU of each worker of an arm.
   *
   * @throws IllegalArgumentException if this pair lacks one
   */
  public List<Integer> cpus(PairArm arm) {
    return switch (arm) {
      case FIRST, FIRST_SWAPPED -> List.of(first);
      case SECOND, SECOND_SWAPPED -> List.of(existing(second, arm));
      case BOTH -> List.of(first, existing(second, arm));
      case BOTH_SWAPPED -> List.of(existing(second, arm), first);
      case SAME -> List.of(first, first);
      case OTHER, OTHER_SWAPPED -> List.of(existing(other, arm));
      case SEPARATE -> List.of(first, existing(other, arm));
      case SEPARATE_SWAPPED -> List.of(existing(other, arm), first);
    };
  }

  /** Whether two workers can only share a logical CPU. */
  public boolean hasOneCpu() {
    return second == null && other == null;
  }

  private static int existing(@Nullable Integer cpu, PairArm arm) {
    if (cpu == null) {
      throw new IllegalArgumentException(
          "this core has no logical CPU for the arm '%s'".formatted(arm));
    }
    return cpu;
  }

  /** A logical CPU as a parameter of the benchmark: its number, or {@code none}. */
  public static String cpuText(@Nullable Integer cpu) {
    return cpu == null ? NONE : cpu.toString();
  }

  /**
   * The logical CPU that a parameter names; null for {@code none}.
   *
   * @throws IllegalArgumentException if it is neither that nor a number
   */
  public static @Nullable Integer cpuOf(String text) {
    if (text.equals(NONE)) {
      return null;
    }
    if (!text.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException(
          "'%s' is no logical CPU: give its number, or none".formatted(text));
    }
    return Integer.valueOf(text);
  }

  /** One line that names it: {@code range platform pair 0+4}. */
  public String label() {
    return second == null
        ? "%s %s controls on %d".formatted(kernel, model, first)
        : "%s %s pair %d+%d".formatted(kernel, model, first, second);
  }
}
