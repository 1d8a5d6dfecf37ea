package io.coreyield.analysis.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {

  /** Python: {@code sum(range(a, b))}, or {@code (b-a)*(a+b-1)//2} for the long ones. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0", "0, 1, 0",
    "0, 2, 1", "5, 5, 0",
    "7, 8, 7", "3, 11, 52",
    "0, 67108864, 2251799780130816", "0, 268435456, 36028796884746240",
    "0, 4294967296, 9223372034707292160", "2147483648, 4294967296, 6917529026567340032",
    "4294967295, 4294967296, 4294967295"
  })
  void knownSums(long from, long to, long sum) {
    assertThat(Kernel.sumOfRange(from, to)).isEqualTo(sum);
  }

  @Test
  void sumsOfShortRangesByAddingUp() {
    for (long from = 0; from < 40; from++) {
      for (long to = from; to < 60; to++) {
        assertThat(Kernel.sumOfRange(from, to)).isEqualTo(LongStream.range(from, to).sum());
      }
    }
  }

  @Test
  void adjacentRangesAddUp() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      long[] ends = random.longs(3, 0, Kernel.MAX_ELEMENTS + 1).sorted().toArray();

      assertThat(Kernel.sumOfRange(ends[0], ends[1]) + Kernel.sumOfRange(ends[1], ends[2]))
          .as("seed %d, [%d, %d, %d)", seed, ends[0], ends[1], ends[2])
          .isEqualTo(Kernel.sumOfRange(ends[0], ends[2]));
    }
  }

  /** Python: {@code sum(i // 7 for i in range(a, b))}, or its closed form for the long ones. */
  @ParameterizedTest
  @CsvSource({
    "0, 7, 0",
    "0, 8, 1",
    "6, 15, 9",
    "12345, 67890, 318304590",
    "0, 268435456, 5146970868491411",
    "0, 4294967296, 1317624574546055754",
    "2147483640, 2147483660, 6135667561",
    "4294967276, 4294967296, 12271335093"
  })
  void knownSumsOfQuotients(long from, long to, long sum) {
    assertThat(Kernel.RANGE_DIV.sum(from, to, 0)).isEqualTo(sum);
  }

  @Test
  void quotientsByAddingUp() {
    for (long from = 0; from < 30; from++) {
      for (long to = from; to < 60; to++) {
        assertThat(Kernel.RANGE_DIV.sum(from, to, 0))
            .isEqualTo(LongStream.range(from, to).map(i -> i / Kernel.DIVISOR).sum());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsAddUpToTheWhole(Kernel kernel) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      long[] ends = random.longs(3, 0, Kernel.MAX_ELEMENTS + 1).sorted().toArray();
      int array = kernel.readsArray() ? 1 + random.nextInt(1 << 20) : 0;

      assertThat(kernel.sum(ends[0], ends[1], array) + kernel.sum(ends[1], ends[2], array))
          .as("seed %d, [%d, %d, %d) of %d", seed, ends[0], ends[1], ends[2], array)
          .isEqualTo(kernel.sum(ends[0], ends[2], array));
    }
  }

  /** One element more and the sum would pass 2^63 - 1. */
  @Test
  void theLongestRangeIsTheLongestThatFits() {
    long most = Kernel.sumOfRange(0, Kernel.MAX_ELEMENTS);

    assertThat(Long.MAX_VALUE - most).isLessThan(Kernel.MAX_ELEMENTS);
  }

  @ParameterizedTest
  @CsvSource({"-1, 5", "6, 5", "0, 4294967297"})
  void refusesOtherRanges(long from, long to) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernel.sumOfRange(from, to))
        .withMessage("range [%d, %d) is not inside [0, 4294967296]", from, to);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsName(Kernel kernel) {
    assertThat(Kernel.of(kernel.id())).isEqualTo(kernel);
    assertThat(kernel).hasToString(kernel.id());
    assertThat(kernel.id()).matches("[a-z]+(-[a-z]+)*");
  }

  @ParameterizedTest
  @EnumSource
  void itsFiguresArePossible(Kernel kernel) {
    assertThat(kernel.leastCyclesPerElement()).isLessThanOrEqualTo(kernel.zen4CyclesPerElement());
    assertThat(kernel.defaultElements()).isBetween(1L, Kernel.MAX_ELEMENTS);
    double fastestGhz = 7;
    assertThat(kernel.defaultElements() * kernel.zen4CyclesPerElement() / fastestGhz)
        .as("nanoseconds of one operation at %s GHz", fastestGhz)
        .isGreaterThan(9e6);
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernel.of("Range"))
        .withMessage(
            "unknown kernel 'Range': known are range, range-double, range-ilp, array-ports, array-stream, array-chase, range-div, array-cache, array-branch");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConcurrencyModel.of("threads"))
        .withMessage(
            "unknown concurrency model 'threads': known are platform, virtual, fork-join, process, global-lock");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Placement.of(""))
        .withMessage("unknown placement '': known are os, spread, siblings, same");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scaling.of("linear"))
        .withMessage("unknown scaling 'linear': known are weak, strong");
  }
}
