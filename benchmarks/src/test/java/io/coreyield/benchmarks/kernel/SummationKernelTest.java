package io.coreyield.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kernel against its closed form. */
class SummationKernelTest {

  /** Where {@code range-double} starts a new block. */
  private static final long BLOCK = 1 << 24;

  /** No power of two, and no multiple of the chains of a kernel. */
  private static final int ARRAY = 10_007;

  private static final Map<Kernel, SummationKernel> OPENED =
      Stream.of(Kernel.values())
          .collect(Collectors.toMap(k -> k, k -> SummationKernel.open(k, ARRAY)));

  private static SummationKernel opened(Kernel kernel) {
    return Objects.requireNonNull(OPENED.get(kernel));
  }

  private static void check(Kernel kernel, long from, long to) {
    assertThat(opened(kernel).sum(from, to))
        .as("%s over [%d, %d)", kernel, from, to)
        .isEqualTo(kernel.sum(from, to, kernel.readsArray() ? ARRAY : 0));
  }

  /** The first is what {@code python3 -c 'print(sum(range(2**26)))'} prints. */
  @ParameterizedTest
  @CsvSource({
    "range, 67108864, 2251799780130816", "range-double, 67108864, 2251799780130816",
    "range-ilp, 67108864, 2251799780130816", "range, 268435456, 36028796884746240",
    "range-double, 268435456, 36028796884746240", "range-ilp, 268435456, 36028796884746240"
  })
  void givesTheKnownAnswer(String kernel, long elements, long answer) {
    assertThat(SummationKernel.open(Kernel.of(kernel), 0).sum(0, elements)).isEqualTo(answer);
  }

  /** {@code python3 -c 'print(sum(i // 7 for i in range(12345, 67890)))'}; the first takes long. */
  @ParameterizedTest
  @CsvSource({
    "0, 67108864, 321685654114890", "12345, 67890, 318304590",
    "2147483640, 2147483660, 6135667561", "4294967276, 4294967296, 12271335093"
  })
  void dividesAsPythonDoes(long from, long to, long answer) {
    assertThat(SummationKernel.open(Kernel.RANGE_DIV, 0).sum(from, to)).isEqualTo(answer);
  }

  /** {@code python3 -c 'print(sum(i % 1000 for i in range(12345, 67890)))'} prints it. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "ARRAY_.*")
  void anArrayRepeats(Kernel kernel) {
    assertThat(SummationKernel.open(kernel, 1000).sum(12_345, 67_890)).isEqualTo(27_808_765L);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "ARRAY_.*")
  void theSmallestArraysAreRightToo(Kernel kernel) {
    for (int elements = 1; elements < 80; elements++) {
      for (int to = 0; to < 170; to++) {
        assertThat(SummationKernel.open(kernel, elements).sum(0, to))
            .isEqualTo(kernel.sum(0, to, elements));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyRangeSumsToZero(Kernel kernel) {
    for (long at : new long[] {0, 1, 7, BLOCK, Kernel.MAX_ELEMENTS}) {
      assertThat(opened(kernel).sum(at, at)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyShortLengthIsRightFromOddStarts(Kernel kernel) {
    for (long from : new long[] {0, 1, 3, 7, 8, 9, 12_345, Kernel.MAX_ELEMENTS - 201}) {
      for (int length = 0; length <= 200; length++) {
        check(kernel, from, from + length);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void rangesAcrossBlocksAreExact(Kernel kernel) {
    check(kernel, 0, BLOCK - 1);
    check(kernel, 0, BLOCK);
    check(kernel, 0, BLOCK + 1);
    check(kernel, BLOCK - 3, BLOCK + 5);
    check(kernel, 5, 3 * BLOCK + 11);
    check(kernel, Kernel.MAX_ELEMENTS - BLOCK, Kernel.MAX_ELEMENTS);
    check(kernel, Kernel.MAX_ELEMENTS - 2 * BLOCK - 7, Kernel.MAX_ELEMENTS - 1);
  }

  @ParameterizedTest
  @EnumSource
  void randomRangesAreExact(Kernel kernel) {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    System.out.println("SummationKernelTest seed " + seed);
    for (int i = 0; i < 200; i++) {
      long from = random.nextLong(Kernel.MAX_ELEMENTS);
      check(kernel, from, Math.min(Kernel.MAX_ELEMENTS, from + random.nextLong(1 << 18)));
    }
  }
}
