package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianIntervalTest {

  /** The ends are values k and n + 1 − k of 1 … n; in R: {@code k <- qbinom(0.025, n, 0.5)}. */
  @ParameterizedTest
  @CsvSource({"6,1", "8,1", "9,2", "11,2", "12,3", "15,4", "20,6", "25,8", "100,40"})
  void endsAreOrderStatistics(int n, int k) {
    double[] values = IntStream.rangeClosed(1, n).mapToDouble(i -> n + 1 - i).toArray();
    double[] before = values.clone();

    Estimate median = MedianInterval.of(values);

    assertThat(median.value()).isEqualTo((n + 1) / 2.0);
    assertThat(median.low()).isEqualTo(k);
    assertThat(median.high()).isEqualTo(n + 1 - k);
    assertThat(values).isEqualTo(before);
  }

  @Test
  void outliersDoNotWidenIt() {
    Estimate median = MedianInterval.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1e9);
    assertThat(median.high()).isEqualTo(1);
  }

  @Test
  void whatCannotBeToldHasAReason() {
    assertThat(MedianInterval.of().reason()).isEqualTo("there is no value");
    assertThat(MedianInterval.of(1, Double.NaN).reason()).isEqualTo("a value is not a number");
    assertThat(MedianInterval.of(1, 2, 3, 4, 5).value()).isEqualTo(3);
    assertThat(MedianInterval.of(1, 2, 3, 4, 5).reason())
        .isEqualTo("5 values: an interval needs 6");
  }

  /** 1 − 2 P(B ≤ 2) with B binomial of 12 and ½ is 0.9614. */
  @Test
  void holdsTheMedianAsOftenAsItSays() {
    Random random = new Random(7);
    int held = 0;
    int samples = 20_000;
    for (int i = 0; i < samples; i++) {
      double[] values =
          IntStream.range(0, 12).mapToDouble(j -> Math.exp(3 * random.nextGaussian())).toArray();
      Estimate median = MedianInterval.of(values);
      held += median.low() <= 1 && median.high() >= 1 ? 1 : 0;
    }
    assertThat(held / (double) samples).as("seed 7").isCloseTo(0.9614, within(0.006));
  }
}
