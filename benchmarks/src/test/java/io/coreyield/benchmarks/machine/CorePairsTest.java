package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.PairArm;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which logical CPUs are measured against each other. */
class CorePairsTest {

  private static LogicalCpu cpu(int id, int core, boolean usable) {
    return new LogicalCpu(id, core, 0, 0, 0, usable, 0);
  }

  private static List<CorePair> pairs(LogicalCpu... cpus) {
    return CorePairs.of(new Topology(List.of(cpus)), Kernel.RANGE_ILP, ConcurrencyModel.PLATFORM);
  }

  private static CorePair pair(int first, @Nullable Integer second, @Nullable Integer other) {
    return new CorePair(Kernel.RANGE_ILP, ConcurrencyModel.PLATFORM, first, second, other);
  }

  @Test
  void everyCoreWithSiblingsIsAPairAndTheNextCoreItsCeiling() {
    LogicalCpu[] cpus =
        IntStream.range(0, 8).mapToObj(id -> cpu(id, id % 4, true)).toArray(LogicalCpu[]::new);

    assertThat(pairs(cpus))
        .containsExactly(pair(0, 4, 1), pair(1, 5, 2), pair(2, 6, 3), pair(3, 7, 0));
  }

  @Test
  void aPairThatTheCpusetCutsIsNone() {
    assertThat(pairs(cpu(0, 0, true), cpu(1, 0, false), cpu(2, 1, true), cpu(3, 1, true)))
        .containsExactly(pair(2, 3, 0));
  }

  @Test
  void withoutAnySiblingTheControlsAreLeft() {
    assertThat(pairs(cpu(0, 0, true), cpu(1, 1, true)))
        .containsExactly(pair(0, null, 1), pair(1, null, 0));
    assertThat(pair(0, null, 1).arms())
        .containsExactlyInAnyOrder(PairArm.FIRST, PairArm.SAME, PairArm.OTHER, PairArm.SEPARATE);
  }

  @Test
  void oneLogicalCpuHasItsFloorOnly() {
    assertThat(pairs(cpu(3, 0, true))).containsExactly(pair(3, null, null));
    assertThat(pair(3, null, null).arms()).containsExactlyInAnyOrder(PairArm.FIRST, PairArm.SAME);
  }

  @Test
  void ofFourSiblingsTheFirstTwoAreTaken() {
    LogicalCpu[] cpus =
        IntStream.range(0, 8).mapToObj(id -> cpu(id, id / 4, true)).toArray(LogicalCpu[]::new);

    assertThat(pairs(cpus)).containsExactly(pair(0, 1, 4), pair(4, 5, 0));
  }

  @Test
  void anotherCacheIsBetterThanNoCeilingButAnotherKindOfCoreIsNone() {
    assertThat(
            pairs(
                new LogicalCpu(0, 0, 0, 0, 1, true, 0),
                new LogicalCpu(1, 0, 0, 0, 1, true, 0),
                new LogicalCpu(2, 1, 0, 0, 0, true, 0),
                new LogicalCpu(3, 2, 0, 0, 1, true, 3)))
        .containsExactly(pair(0, 1, 3));
    assertThat(
            pairs(
                new LogicalCpu(0, 0, 0, 0, 1, true, 0),
                new LogicalCpu(1, 0, 0, 0, 1, true, 0),
                new LogicalCpu(2, 1, 0, 0, 0, true, 0)))
        .containsExactly(pair(0, 1, null));
  }
}
