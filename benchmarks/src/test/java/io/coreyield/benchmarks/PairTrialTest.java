package io.coreyield.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.coreyield.analysis.model.ArmWindow;
import io.coreyield.analysis.model.ArraySizes;
import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.CorePair;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.PairArm;
import io.coreyield.analysis.model.WindowWorker;
import io.coreyield.benchmarks.machine.ThreadAffinity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Blocks of a real core: any two logical CPUs will do, for nothing is said of what they share. */
class PairTrialTest {
  private static final ArraySizes SMALL = new ArraySizes(8 << 10, 1 << 20, 1 << 20);

  private static List<Integer> cpus() {
    assumeThat(ThreadAffinity.allowed()).as("threads can be pinned").isPresent();
    return ThreadAffinity.allowed().orElseThrow().stream().boxed().toList();
  }

  private static CorePair pair(Kernel kernel, int first, @Nullable Integer second) {
    return new CorePair(kernel, ConcurrencyModel.PLATFORM, first, second, null);
  }

  @Test
  void aBlockHasEachArmOnceOnItsLogicalCpus() {
    List<Integer> cpus = cpus();
    assumeThat(cpus).as("two logical CPUs").hasSizeGreaterThan(1);
    CorePair pair = pair(Kernel.ARRAY_PORTS, cpus.get(0), cpus.get(1));
    Set<List<PairArm>> orders = new HashSet<>();
    try (PairTrial trial = PairTrial.open(pair, SMALL, 4, 7)) {
      for (int block = 0; block < 8; block++) {
        List<ArmWindow> windows = trial.block();
        orders.add(windows.stream().map(ArmWindow::arm).toList());

        assertThat(windows)
            .extracting(ArmWindow::arm)
            .containsExactlyInAnyOrderElementsOf(pair.arms());
        assertThat(windows)
            .allSatisfy(window -> {
              assertThat(window.workers())
                  .extracting(WindowWorker::cpu)
                  .isEqualTo(pair.cpus(window.arm()));
              assertThat(window.workers()).noneMatch(WindowWorker::isMisplaced);
              assertThat(window.elementsPerSecond()).isPositive();
            });
      }
    }
    // Eight draws of 24 orders are all the same once in 24^7.
    assertThat(orders).hasSizeGreaterThan(1);
  }

  @Test
  void oneSeedGivesOneOrder() {
    CorePair pair = pair(Kernel.RANGE, cpus().getFirst(), null);
    assertThat(orders(pair, 5)).isEqualTo(orders(pair, 5));
  }

  private static List<List<PairArm>> orders(CorePair pair, long seed) {
    try (PairTrial trial = PairTrial.open(pair, SMALL, 2, seed)) {
      return java.util.stream.Stream.generate(trial::block)
          .limit(6)
          .map(block -> block.stream().map(ArmWindow::arm).toList())
          .toList();
    }
  }
}
