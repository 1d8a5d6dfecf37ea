package io.coreyield.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of a core: the arithmetic by hand, and readings of this machine. */
class ChainClockTest {

  @ParameterizedTest
  @CsvSource({"131072, 43690.67, 3", "131072, 65536, 2", "1000, 200, 5", "1000, 5000, 0.2"})
  void anElementACycle(long elements, double ns, double gHz) {
    assertThat(ChainClock.plausibleGHz(elements, Math.round(ns))).isCloseTo(gHz, within(1e-4));
  }

  /** 3 ms off the CPU within a piece that takes 44 µs. */
  @Test
  void aThreadThatWasNotOnItsCpuTellsNoClock() {
    assertThat(ChainClock.plausibleGHz(131_072, 3_044_000)).isNaN();
    assertThat(ChainClock.plausibleGHz(1_000, 5_001)).isNaN();
    assertThat(ChainClock.plausibleGHz(131_072, Long.MAX_VALUE)).isNaN();
    // No time at all is left to the physical bound.
    assertThat(ChainClock.plausibleGHz(131_072, 0)).isInfinite();
  }

  @Test
  void thisMachineHasAClockThatAProcessorCanHave() {
    ChainClock clock = ChainClock.openWarm();
    List<Double> readings = IntStream.range(0, 20).mapToObj(i -> clock.readGHz()).toList();

    System.out.printf("chain clock of this machine: %s GHz%n", readings);
    // Others can slow a reading, nothing can speed it up.
    assertThat(readings)
        .allSatisfy(gHz -> assertThat(gHz).isPositive().isLessThan(7))
        .anySatisfy(gHz -> assertThat(gHz).isGreaterThan(0.5));
  }
}
