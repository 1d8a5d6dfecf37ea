package io.coreyield.analysis.model.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.PairArm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixedRatiosTest {

  private static final MixedPair PAIR =
      new MixedPair(
          new CorePair(Kernel.RANGE, ConcurrencyModel.PLATFORM, 0, 4, 1), Kernel.ARRAY_STREAM);

  /**
   * Worker 0 alone does 100 elements on the first sibling and 80 on the other, worker 1 does 50 and
   * 40. Together worker 0 keeps 0.9 and 0.4 of that (by order), worker 1 keeps 0.5 and 0.5.
   */
  private static ArmWindow window(PairArm arm, double... elements) {
    List<Integer> cpus = PAIR.pair().cpus(arm);
    List<WindowWorker> workers = new ArrayList<>();
    for (int i = 0; i < elements.length; i++) {
      int cpu = cpus.get(i);
      workers.add(new WindowWorker(cpu, elements[i], 1000, 1000L, cpu, cpu, null));
    }
    return new ArmWindow(arm, 0, 1000, workers);
  }

  private static List<ArmWindow> onSiblings() {
    return List.of(
        window(PairArm.FIRST, 100),
        window(PairArm.SECOND_SWAPPED, 80),
        window(PairArm.FIRST_SWAPPED, 50),
        window(PairArm.SECOND, 40),
        window(PairArm.BOTH, 90, 20),
        window(PairArm.BOTH_SWAPPED, 32, 25));
  }

  @Test
  void aSpeedIsTheGeometricMeanOverBothOrders() {
    MixedRatios ratios = MixedRatios.of(onSiblings());

    assertThat(ratios.siblings().first()).isCloseTo(Math.sqrt(0.9 * 0.4), within(1e-12));
    assertThat(ratios.siblings().second()).isCloseTo(0.5, within(1e-12));
    assertThat(ratios.siblings().sum()).isCloseTo(1.1, within(1e-12));
    assertThat(ratios.cores().first()).isNaN();
  }

  @Test
  void theControlComparesOnTheSameCpus() {
    MixedRatios ratios =
        MixedRatios.of(
            List.of(
                window(PairArm.FIRST, 100),
                window(PairArm.OTHER_SWAPPED, 200),
                window(PairArm.FIRST_SWAPPED, 50),
                window(PairArm.OTHER, 10),
                window(PairArm.SEPARATE, 100, 9),
                window(PairArm.SEPARATE_SWAPPED, 200, 45)));

    assertThat(ratios.cores().first()).isCloseTo(1, within(1e-12));
    assertThat(ratios.cores().second()).isCloseTo(0.9, within(1e-12));
    assertThat(ratios.siblings().sum()).isNaN();
  }

  @Test
  void aMissingArmLeavesNoFigure() {
    List<ArmWindow> windows =
        onSiblings().stream().filter(w -> w.arm() != PairArm.SECOND_SWAPPED).toList();

    assertThat(MixedRatios.of(windows).siblings().first()).isNaN();
    assertThat(MixedRatios.of(windows).siblings().second()).isCloseTo(0.5, within(1e-12));
  }
}
