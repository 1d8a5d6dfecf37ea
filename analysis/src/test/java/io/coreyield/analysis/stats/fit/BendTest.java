package io.coreyield.analysis.stats.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BendTest {

  private static SortedMap<Integer, Double> curve(int most, IntToDoubleFunction throughput) {
    SortedMap<Integer, Double> curve = new TreeMap<>();
    for (int workers = 1; workers <= most; workers++) {
      curve.put(workers, throughput.applyAsDouble(workers));
    }
    return curve;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 15, 31})
  void twoLinesAreFoundWhereTheyMeet(int knee) {
    Bend bend =
        Bend.of(curve(32, w -> 3e9 * Math.min(w, knee) + 1e9 * Math.max(0, w - knee)))
            .orElseThrow();

    assertThat(bend.workers()).isEqualTo(knee);
    assertThat(bend.further()).isCloseTo(1.0 / 3, within(1e-6));
  }

  @Test
  void aStraightLineHasNoBend() {
    assertThat(Bend.of(curve(32, w -> 5.0 * w)).orElseThrow().further()).isCloseTo(1, within(1e-6));
  }

  @Test
  void twoPointsAreEnough() {
    assertThat(Bend.of(curve(2, w -> w == 1 ? 4 : 5)).orElseThrow().further())
        .isCloseTo(0.25, within(1e-9));
    assertThat(Bend.of(curve(1, w -> 4))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void impossibleThroughputsHaveNone(double throughput) {
    assertThat(Bend.of(curve(3, w -> w == 2 ? throughput : w))).isEmpty();
  }
}
