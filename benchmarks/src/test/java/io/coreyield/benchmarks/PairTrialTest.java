package io.coreyield.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    // Workers that begin late on a busy machine are together for half of a long window.
    try (PairTrial trial = new PairTrial(pair, SMALL, 20, 7)) {
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

  static Stream<CorePair> pairsOfEveryModel() {
    List<Integer> cpus = cpus();
    assumeThat(cpus).as("two logical CPUs").hasSizeGreaterThan(1);
    int first = cpus.get(0);
    int next = cpus.get(1);
    // One has the arms of a sibling, the other those of another core.
    return Stream.of(ConcurrencyModel.values())
        .filter(ConcurrencyModel::isParallel)
        .flatMap(model ->
            Stream.of(
                new CorePair(Kernel.ARRAY_PORTS, model, first, next, null),
                new CorePair(Kernel.ARRAY_PORTS, model, first, null, next)));
  }

  /** While one reads the clock of a core, no other does there. */
  @ParameterizedTest
  @MethodSource("pairsOfEveryModel")
  void theClockIsReadOnceOnEachCore(CorePair pair) {
    Map<PairArm, List<Double>> clocks = new TreeMap<>();
    try (PairTrial trial = new PairTrial(pair, SMALL, 10, 11)) {
      // As in a trial: a clock that is still being compiled reads low.
      List<ArmWindow> _ = trial.block();
      List<ArmWindow> _ = trial.block();
      for (int block = 0; block < 4; block++) {
        for (ArmWindow window : trial.block()) {
          int readers = window.arm() == PairArm.SEPARATE ? 2 : 1;
          assertThat(window.workers())
              .extracting(WindowWorker::clockGHz)
              .satisfies(read -> assertThat(read.subList(0, readers)).doesNotContainNull())
              .satisfies(
                  read -> assertThat(read.stream().skip(readers)).noneMatch(Objects::nonNull));
          window.workers().stream()
              .map(WindowWorker::clockGHz)
              .filter(Objects::nonNull)
              .forEach(clock ->
                  clocks.computeIfAbsent(window.arm(), arm -> new ArrayList<>()).add(clock));
        }
      }
    }
    System.out.printf("%s, GHz: %s%n", pair.label(), clocks);
    // Others on this machine can slow a reading, nothing can speed it up.
    assertThat(clocks.values().stream().flatMap(List::stream))
        .allSatisfy(gHz -> assertThat(gHz).isPositive().isLessThan(7))
        .anySatisfy(gHz -> assertThat(gHz).isGreaterThan(0.5));
    assertThat(clocks.keySet()).containsExactlyInAnyOrderElementsOf(pair.arms());
  }

  @Test
  void oneSeedGivesOneOrder() {
    CorePair pair = pair(Kernel.RANGE, cpus().getFirst(), null);
    assertThat(orders(pair, 5)).isEqualTo(orders(pair, 5));
  }

  private static List<List<PairArm>> orders(CorePair pair, long seed) {
    try (PairTrial trial = new PairTrial(pair, SMALL, 2, seed)) {
      return Stream.generate(trial::block)
          .limit(6)
          .map(block -> block.stream().map(ArmWindow::arm).toList())
          .toList();
    }
  }
}
