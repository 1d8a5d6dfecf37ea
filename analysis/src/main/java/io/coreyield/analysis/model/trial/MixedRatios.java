package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.PairArm;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one block says of unlike code at the same time: the relative speed of each worker, which is
 * its throughput beside the other over its throughput alone on the same logical CPU, as geometric
 * mean over both orders of the workers.
 *
 * @param siblings on the two siblings of a core
 * @param cores on two cores
 */
public record MixedRatios(Speeds siblings, Speeds cores) {

  /**
   * Relative speeds: 1 where a worker does as much as alone; NaN where an arm is missing.
   *
   * @param first of worker 0
   * @param second of worker 1
   */
  public record Speeds(double first, double second) {

    /** What both do together, in units of what each does alone: 1 is one thread's worth. */
    public double sum() {
      return first + second;
    }
  }

  /** Of the windows of one block, in any order; the last one of an arm counts. */
  public static MixedRatios of(List<ArmWindow> block) {
    Map<PairArm, ArmWindow> arms = new EnumMap<>(PairArm.class);
    block.forEach(window -> arms.put(window.arm(), window));
    return new MixedRatios(
        new Speeds(
            mean(
                ratio(arms, 0, PairArm.BOTH, PairArm.FIRST),
                ratio(arms, 0, PairArm.BOTH_SWAPPED, PairArm.SECOND_SWAPPED)),
            mean(
                ratio(arms, 1, PairArm.BOTH, PairArm.SECOND),
                ratio(arms, 1, PairArm.BOTH_SWAPPED, PairArm.FIRST_SWAPPED))),
        new Speeds(
            mean(
                ratio(arms, 0, PairArm.SEPARATE, PairArm.FIRST),
                ratio(arms, 0, PairArm.SEPARATE_SWAPPED, PairArm.OTHER_SWAPPED)),
            mean(
                ratio(arms, 1, PairArm.SEPARATE, PairArm.OTHER),
                ratio(arms, 1, PairArm.SEPARATE_SWAPPED, PairArm.FIRST_SWAPPED))));
  }

  private static double mean(double one, double other) {
    return Math.sqrt(one * other);
  }

  private static double ratio(
      Map<PairArm, ArmWindow> arms, int worker, PairArm together, PairArm alone) {
    return elementsPerSecond(arms.get(together), worker)
        / elementsPerSecond(arms.get(alone), worker);
  }

  private static double elementsPerSecond(@Nullable ArmWindow window, int worker) {
    int place = window == null ? -1 : window.arm().workers().indexOf(worker);
    return window == null || place < 0 || place >= window.workers().size()
        ? Double.NaN
        : window.workers().get(place).elements() / ((window.endNs() - window.startNs()) / 1e9);
  }
}
