package io.coreyield.analysis.model.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoadWindowTest {

  private static final long SECOND = 1_000_000_000L;

  /** One logical CPU, a sample a second: idle, then every counter in turn, then user alone. */
  private static final LoadSeries LOAD =
      new LoadSeries.Builder()
          .add(sample(0, new CpuTimes(0, 0, 0, 0, 0, 0, 0, 0)))
          .add(sample(1, new CpuTimes(0, 0, 0, 1000, 0, 0, 0, 0)))
          .add(sample(2, new CpuTimes(10, 20, 40, 1080, 160, 30, 50, 610)))
          .add(sample(3, new CpuTimes(1010, 20, 40, 1080, 160, 30, 50, 610)))
          .build();

  @Test
  void interruptsAreSystemAndBusyWhileStealAndWaitingAreNot() {
    LoadWindow window = LoadWindow.of(LOAD, SECOND, 2 * SECOND).orElseThrow();
    assertThat(window.busyCpus()).isCloseTo(0.15, within(1e-12));
    assertThat(window.systemCpus()).isCloseTo(0.12, within(1e-12));
    assertThat(window.stealCpus()).isCloseTo(0.61, within(1e-12));
    assertThat(window.busyPercent()).containsExactly(15.0);
  }

  @Test
  void stealThatIsNotCountedIsNotANumber() {
    CpuTimes later = new CpuTimes(500, 0, 0, 500, 0, 0, 0, CpuTimes.NOT_COUNTED);
    LoadSeries load =
        new LoadSeries.Builder()
            .add(sample(0, new CpuTimes(0, 0, 0, 0, 0, 0, 0, CpuTimes.NOT_COUNTED)))
            .add(sample(1, later))
            .build();
    LoadWindow window = LoadWindow.of(load, 0, SECOND).orElseThrow();

    assertThat(window.stealCpus()).isNaN();
    assertThat(window.plus(window).stealCpus(Set.of(0))).isNaN();
    assertThat(window.busyCpus()).isEqualTo(0.5);
  }

  @Test
  void stretchesAddUpAndGapsBetweenThemDoNot() {
    LoadWindow.Stretch first = new LoadWindow.Stretch(0, SECOND);
    LoadWindow.Stretch second = new LoadWindow.Stretch(SECOND, 2 * SECOND);
    LoadWindow.Stretch third = new LoadWindow.Stretch(2 * SECOND, 3 * SECOND);
    LoadWindow window = LoadWindow.over(LOAD, List.of(first, third)).orElseThrow();
    assertThat(window.busyCpus()).isCloseTo(0.5, within(1e-12));
    assertThat(window.systemCpus()).isZero();
    LoadWindow twice = LoadWindow.over(LOAD, List.of(second, second)).orElseThrow();
    assertThat(twice.systemCpus()).isCloseTo(0.12, within(1e-12));
    assertThat(twice.stealCpus()).isCloseTo(0.61, within(1e-12));
  }

  @Test
  void whatNoSampleTouchesIsEmpty() {
    assertThat(LoadWindow.over(LOAD, List.of())).isEmpty();
    assertThat(LoadWindow.of(LOAD, 3 * SECOND, 4 * SECOND)).isEmpty();
    assertThat(LoadWindow.of(LOAD, -2 * SECOND, 0)).isEmpty();
    assertThat(LoadWindow.of(LOAD, 5 * SECOND, 6 * SECOND)).isEmpty();
  }

  private static LoadSample sample(long seconds, CpuTimes times) {
    return new LoadSample(seconds * SECOND, List.of(0), List.of(times));
  }
}
