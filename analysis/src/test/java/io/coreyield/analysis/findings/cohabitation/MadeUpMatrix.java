package io.coreyield.analysis.findings.cohabitation;

import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.List;

/** Matrices of relative speeds that were not measured. */
public final class MadeUpMatrix {

  private static final double ERROR = 0.01;
  private static final double FREEDOM = 100;

  private MadeUpMatrix() {}

  /** Three kernels on four cores with siblings: a gain, a loss, and next to nothing. */
  public static Cohabitation ofThree() {
    return of(
        Topologies.of(4, 2),
        List.of(Kernel.RANGE_ILP, Kernel.ARRAY_STREAM, Kernel.ARRAY_CACHE),
        new double[][] {{0.51, 0.9, 0.75}, {0.9, 0.5, 0.6}, {0.6, 0.33, 0.5}});
  }

  /**
   * What such speeds say: {@code speeds[i][j]} is that of kernel i beside kernel j; two cores take
   * nothing from each other.
   */
  public static Cohabitation of(Topology topology, List<Kernel> kernels, double[][] speeds) {
    List<Pairing> pairings = new ArrayList<>();
    for (int i = 0; i < kernels.size(); i++) {
      for (int j = i; j < kernels.size(); j++) {
        pairings.add(pairing(kernels.get(i), kernels.get(j), speeds[i][j], speeds[j][i]));
      }
    }
    return new Cohabitation(
        !topology.siblingPairs().isEmpty(),
        kernels,
        pairings,
        kernels.stream().flatMap(k -> Partners.of(k, pairings).stream()).toList(),
        EffectiveCores.of(topology, kernels, pairings).orElse(null));
  }

  private static Pairing pairing(Kernel kernel, Kernel beside, double speed, double other) {
    SharedSpeeds core = speeds(speed, other);
    Estimate sum = core.weightedSpeedup();
    return new Pairing(
        kernel,
        beside,
        core,
        speeds(1, 1),
        sum,
        Category.of(sum.plus(-1), sum.plus(-1)),
        Trust.HIGH,
        4,
        4);
  }

  private static SharedSpeeds speeds(double one, double other) {
    return new SharedSpeeds(
        near(one),
        near(other),
        near(one + other),
        near(2 / (1 / one + 1 / other)),
        near(Math.min(one, other) / Math.max(one, other)),
        near(one / other));
  }

  private static Estimate near(double value) {
    return Estimate.of(value, value - 2 * ERROR, value + 2 * ERROR).withError(ERROR, FREEDOM);
  }
}
