package io.coreyield.analysis.model.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadSeriesTest {

  private static final CpuTimes ZERO = new CpuTimes(0, 0, 0, 0, 0, 0, 0, 0);

  private static LoadSample sample(long tNs, CpuTimes... times) {
    return new LoadSample(
        tNs,
        LongStream.range(0, times.length).mapToObj(i -> (int) (3 * i)).toList(),
        List.of(times));
  }

  private static LoadSeries at(long... moments) {
    LoadSeries.Builder builder = new LoadSeries.Builder();
    for (long moment : moments) {
      builder.add(sample(moment, ZERO));
    }
    return builder.build();
  }

  @Test
  void emptySeries() {
    LoadSeries empty = new LoadSeries.Builder().build();

    assertThat(empty.samples()).isZero();
    assertThat(empty.cpuIds()).isEmpty();
    assertThat(empty.lastAtOrBefore(5)).isEqualTo(-1);
    assertThat(empty.firstAtOrAfter(5)).isZero();
  }

  @Test
  void searchesBothWays() {
    LoadSeries series = at(10, 20, 30);

    assertThat(LongStream.of(9, 10, 19, 30, Long.MAX_VALUE).mapToInt(series::lastAtOrBefore))
        .containsExactly(-1, 0, 0, 2, 2);
    assertThat(LongStream.of(Long.MIN_VALUE, 10, 11, 30, 31).mapToInt(series::firstAtOrAfter))
        .containsExactly(0, 0, 1, 2, 3);
  }

  /** Counters beyond 32 bits, growth past the first 64 samples, and counters that go back. */
  @Test
  void givesBackWhatWasAdded() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<LoadSample> samples = new ArrayList<>();
    LoadSeries.Builder builder = new LoadSeries.Builder();
    for (int i = 0; i < 1000; i++) {
      samples.add(sample(-500 + i, random(random), random(random), random(random)));
      builder.add(samples.get(i));
    }
    LoadSeries series = builder.build();

    assertThat(series.cpuIds()).containsExactly(0, 3, 6);
    assertThat(series.samples()).isEqualTo(1000);
    for (int i = 0; i < 1000; i++) {
      assertThat(series.timeNs(i)).isEqualTo(-500 + i);
      for (int cpu = 0; cpu < 3; cpu++) {
        assertThat(series.at(i, cpu))
            .as("seed %d, sample %d, CPU index %d", seed, i, cpu)
            .isEqualTo(samples.get(i).times().get(cpu));
      }
    }
  }

  private static CpuTimes random(Random random) {
    long[] t = random.longs(8, 1L << 40, (1L << 40) + Integer.MAX_VALUE).toArray();
    return new CpuTimes(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7]);
  }

  @Test
  void buildingLeavesTheBuilderUsable() {
    LoadSeries.Builder builder = new LoadSeries.Builder().add(sample(1, ZERO));
    LoadSeries first = builder.build();
    LoadSeries second = builder.add(sample(2, ZERO)).build();

    assertThat(first.samples()).isEqualTo(1);
    assertThat(second.samples()).isEqualTo(2);
  }

  @Test
  void refusesTimeThatDoesNotGrowAndOtherCpus() {
    LoadSeries.Builder builder = new LoadSeries.Builder().add(sample(10, ZERO));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(sample(10, ZERO)))
        .withMessage("sample at t_ns 10 is not later than the one before it");
    assertThat(builder.build().samples()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(sample(20, ZERO, ZERO)))
        .withMessage("sample at t_ns 20 names other logical CPUs than the first one");
  }

  @Test
  void refusesACounterFarFromItsFirstValue() {
    LoadSeries.Builder builder = new LoadSeries.Builder().add(sample(10, ZERO));
    CpuTimes far = new CpuTimes(0, 0, 0, 1L << 31, 0, 0, 0, 0);

    builder.add(sample(20, new CpuTimes(0, 0, 0, (1L << 31) - 1, 0, 0, 0, 0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(sample(30, far)))
        .withMessage("a counter of logical CPU 0 at t_ns 30 is 2147483648 ms from its first value");
  }

  @Test
  void refusesUnequalLists() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LoadSample(1, List.of(0, 1), List.of(ZERO)))
        .withMessage("2 CPU numbers, 1 counters");
  }

  @Test
  void indexOutOfRange() {
    assertThatThrownBy(() -> at(10).timeNs(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> at(10).at(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
