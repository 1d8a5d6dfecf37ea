package io.coreyield.analysis.model.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CpuTimesTest {

  private static final CpuTimes TIMES =
      new CpuTimes(1, 20, 300, 4000, 50_000, 600_000, 7_000_000, 80_000_000);

  @Test
  void stealThatIsNotCountedStaysSo() {
    CpuTimes unknown =
        new CpuTimes(1, 20, 300, 4000, 50_000, 600_000, 7_000_000, CpuTimes.NOT_COUNTED);

    assertThat(unknown.since(unknown).stealMs()).isEqualTo(CpuTimes.NOT_COUNTED);
    assertThat(TIMES.since(unknown).stealMs()).isEqualTo(CpuTimes.NOT_COUNTED);
    assertThat(unknown.plus(TIMES).stealMs()).isEqualTo(CpuTimes.NOT_COUNTED);
    assertThat(unknown.totalMs()).isEqualTo(TIMES.totalMs() - TIMES.stealMs());
    assertThat(unknown.busyMs()).isEqualTo(TIMES.busyMs());
  }

  @Test
  void stealIsNotBusyButCounts() {
    assertThat(TIMES.busyMs()).isEqualTo(1 + 20 + 300 + 600_000 + 7_000_000);
    assertThat(TIMES.totalMs()).isEqualTo(87_654_321);
  }

  @Test
  void countersInOrder() {
    assertThat(IntStream.range(0, 8).mapToLong(TIMES::get))
        .containsExactly(1L, 20L, 300L, 4000L, 50_000L, 600_000L, 7_000_000L, 80_000_000L);
    assertThatThrownBy(() -> TIMES.get(8)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> TIMES.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void differenceOfTwoMoments() {
    CpuTimes later = new CpuTimes(2, 22, 303, 4004, 50_005, 600_006, 7_000_007, 80_000_008);

    assertThat(later.since(TIMES)).isEqualTo(new CpuTimes(1, 2, 3, 4, 5, 6, 7, 8));
  }

  /** Linux's idle and iowait counters can go back a tick. */
  @Test
  void aCounterThatWentBackCountsAsZero() {
    CpuTimes later = new CpuTimes(11, 20, 300, 3990, 49_990, 600_000, 7_000_000, 80_000_000);

    assertThat(later.since(TIMES)).isEqualTo(new CpuTimes(10, 0, 0, 0, 0, 0, 0, 0));
    assertThat(TIMES.since(TIMES).totalMs()).isZero();
  }
}
