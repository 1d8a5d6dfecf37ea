package io.coreyield.analysis.chart.xchart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadGridTest {

  private static final long MS = 1_000_000L;

  private final LoadSeries.Builder load = new LoadSeries.Builder();
  private long nowMs;
  private long busyMs;
  private long idleMs;

  private void sample() {
    load.add(
        new LoadSample(
            nowMs * MS, List.of(7), List.of(new CpuTimes(busyMs, 0, 0, idleMs, 0, 0, 0, 0))));
  }

  private void pass(int ms, int percentBusy) {
    nowMs += ms;
    busyMs += (long) ms * percentBusy / 100;
    idleMs += (long) ms * (100 - percentBusy) / 100;
    sample();
  }

  @Test
  void aColumnIsTheTimeWeightedMeanOfTheIntervalsItCovers() {
    // 800 ms in columns of 100 ms: the third one has 50 ms of 100 % and 50 ms of 40 %.
    sample();
    pass(250, 100);
    pass(150, 40);
    pass(400, 0);

    LoadGrid grid = LoadGrid.of(load.build());

    assertThat(grid.seconds()).isEqualTo(0.8);
    assertThat(grid.columns()).isEqualTo(8);
    double[] expected = {100, 100, 70, 40, 0, 0, 0, 0};
    for (int column = 0; column < 8; column++) {
      assertThat(grid.busyPercent(0, column)).isCloseTo(expected[column], within(1e-9));
    }
  }

  @Test
  void aLongRunHasSixHundredColumnsAndKeepsItsMean() {
    sample();
    for (int i = 0; i < 7001; i++) {
      pass(200 + i % 7 * 10, i % 3 == 0 ? 100 : 0);
    }
    LoadGrid grid = LoadGrid.of(load.build());
    double sum = 0;
    for (int column = 0; column < grid.columns(); column++) {
      sum += grid.busyPercent(0, column);
    }
    assertThat(grid.columns()).isEqualTo(600);
    assertThat(sum / 600).isCloseTo(100.0 * busyMs / (busyMs + idleMs), within(1e-6));
  }

  @Test
  void aShortRunIsNotShownFinerThanATenthOfASecond() {
    sample();
    pass(30, 100);
    pass(30, 0);
    LoadGrid grid = LoadGrid.of(load.build());
    assertThat(grid.columns()).isEqualTo(1);
    assertThat(grid.busyPercent(0, 0)).isCloseTo(50, within(1e-9));
  }

  @Test
  void whereNothingWasCountedThereIsNoLoad() {
    sample();
    pass(100, 100);
    nowMs += 100;
    sample();
    LoadGrid grid = LoadGrid.of(load.build());
    assertThat(grid.busyPercent(0, 0)).isEqualTo(100);
    assertThat(grid.busyPercent(0, 1)).isNaN();
  }

  @Test
  void oneSampleIsNoLoad() {
    sample();
    LoadSeries single = load.build();
    assertThatThrownBy(() -> LoadGrid.of(single)).isInstanceOf(IllegalArgumentException.class);
  }
}
