package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.Resources;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BcaIntervalTest {

  /** The resource says how R made the draws and what it made of them. */
  @Test
  void isThatOfR() {
    double[] value = numbers("value").findFirst().orElseThrow();
    double[] draws = numbers("draws").findFirst().orElseThrow();
    double[] leftOut = numbers("leftOut").findFirst().orElseThrow();
    List<double[]> levels = numbers("level").toList();
    assertThat(draws).hasSize(199);
    assertThat(levels).hasSize(3);
    for (double[] level : levels) {
      BcaInterval interval = BcaInterval.of(value[0], draws, leftOut, level[0]);
      assertThat(interval.low()).as("level %s", level[0]).isCloseTo(level[1], within(1e-9));
      assertThat(interval.high()).as("level %s", level[0]).isCloseTo(level[2], within(1e-9));
    }
  }

  private static Stream<double[]> numbers(String name) {
    return Resources.text(BcaIntervalTest.class, "bca.txt")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> Arrays.stream(line.trim().split(" +")).skip(1))
        .map(words -> words.mapToDouble(Double::parseDouble).toArray());
  }

  @Test
  void equalDrawsHaveNoWidth() {
    double[] equal = new double[100];
    Arrays.fill(equal, 0.5);
    assertThat(BcaInterval.of(0.5, equal, new double[] {0.5, 0.5, 0.5}, 0.95))
        .isEqualTo(new BcaInterval(0.5, 0.5));
  }

  @Test
  void drawsOnOneSideGiveAnIntervalAmongThem() {
    double[] below = new double[1000];
    Arrays.setAll(below, i -> i / 1000.0);
    BcaInterval interval = BcaInterval.of(2, below, new double[] {1, 2, 4}, 0.95);
    assertThat(interval.low()).isBetween(0.0, 1.0);
    assertThat(interval.high()).isBetween(interval.low(), 1.0);
  }
}
