package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How large arrays are, by the caches of machines. */
class ArraySizingTest {

  private static Machine machine(long memoryBytes, Cache... caches) {
    return new Machine("CPU", "V", null, Topologies.of(1, 1), List.of(caches), memoryBytes, null);
  }

  /** In turn: four times the cache; 256 MiB where that is enough; 1.5 times; 1 GiB at the most. */
  @ParameterizedTest
  @CsvSource({
    "4, 16", "32, 128", "64, 256", "96, 256",
    "105, 256", "256, 384", "480, 720", "1024, 1024"
  })
  void beyondTheLastLevelCache(long lastLevelMiB, long arrayMiB) {
    ArraySizes sizes =
        ArraySizing.of(
            machine(
                1L << 40,
                new Cache(1, "data", 48 << 10),
                new Cache(1, "instruction", 32 << 10),
                new Cache(2, "unified", 2 << 20),
                new Cache(3, "unified", lastLevelMiB << 20)));

    assertThat(sizes)
        .isEqualTo(new ArraySizes(12 << 10, arrayMiB << 20, arrayMiB << 20, 1536 << 10, 1 << 20));
    assertThat(sizes.elements(Kernel.ARRAY_PORTS)).isEqualTo(1536);
    assertThat(sizes.elements(Kernel.ARRAY_CHASE)).isEqualTo((int) (arrayMiB << 20 >> 6));
  }

  @Test
  void ofMixedCoresTheSmallestFirstLevelAndTheLargestLastLevelCount() {
    assertThat(
            ArraySizing.of(
                machine(
                    1,
                    new Cache(1, "data", 32 << 10),
                    new Cache(1, "data", 48 << 10),
                    new Cache(2, "unified", 4 << 20),
                    new Cache(2, "unified", 2 << 20))))
        .isEqualTo(new ArraySizes(8 << 10, 16 << 20, 16 << 20, 1536 << 10, 1 << 20));
  }

  /** The last two are caches of several cores: those of Apple's chips, and of an old Core 2. */
  @ParameterizedTest
  @CsvSource({"256, 192", "1024, 768", "1280, 960", "3072, 2304", "16384, 768", "6144, 768"})
  void oneWorkerFitsTheSecondLevelCacheOfACoreAndTwoDoNot(long cacheKiB, long arrayKiB) {
    ArraySizes sizes =
        ArraySizing.of(
            machine(
                1L << 34,
                new Cache(1, "data", 32 << 10),
                new Cache(2, "unified", cacheKiB << 10),
                new Cache(3, "unified", 32 << 20)));

    assertThat(sizes.cacheBytes()).isEqualTo(arrayKiB << 10);
    assertThat(sizes.elements(Kernel.ARRAY_CACHE)).isEqualTo((int) ((arrayKiB << 10) / 68));
  }

  /** The order of 2^15 branches is learned by Zen 5. */
  @Test
  void moreBranchesThanAPredictorLearns() {
    assertThat(ArraySizing.of(machine(1)).elements(Kernel.ARRAY_BRANCH)).isEqualTo(1 << 18);
  }

  @Test
  void aMachineThatTellsNoCacheGetsUsualSizes() {
    assertThat(ArraySizing.of(machine(1))).isEqualTo(new ArraySizes(8 << 10, 128 << 20, 128 << 20));
    assertThat(ArraySizing.of(machine(1, new Cache(1, "data", 0), new Cache(3, "unified", 0))))
        .isEqualTo(new ArraySizes(8 << 10, 128 << 20, 128 << 20));
  }

  @ParameterizedTest
  @EnumSource
  void allWorkersOfAJvmMustFitItsHeap(Kernel kernel) {
    Machine small = machine(2L << 30, new Cache(3, "unified", 32 << 20));
    long heap = 512L << 20;

    assertThat(ArraySizing.obstacle(small, kernel, 2, heap)).isEmpty();
    if (kernel == Kernel.ARRAY_STREAM || kernel == Kernel.ARRAY_CHASE) {
      assertThat(ArraySizing.obstacle(small, kernel, 3, heap).orElseThrow())
          .isEqualTo(
              "its arrays of 128 MiB for each worker take 384 MiB, and a JVM's heap is 512 MiB here");
    } else {
      assertThat(ArraySizing.obstacle(small, kernel, 300, heap)).isEmpty();
    }
  }
}
