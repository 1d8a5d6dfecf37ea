package io.coreyield.analysis.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.analysis.model.trial.Phase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForkMetricTest {

  private static final Offset<Double> EXACTLY = within(1e-9);
  private static final long SECOND = 1_000_000_000L;

  /** CPU 0 runs user code all the time, CPU 4 the kernel for a quarter of it. */
  private static LoadSeries load(long stealMs) {
    LoadSeries.Builder load = new LoadSeries.Builder();
    for (int s = 0; s <= 2; s++) {
      load.add(
          new LoadSample(
              s * SECOND,
              List.of(0, 4),
              List.of(
                  new CpuTimes(1000L * s, 0, 0, 0, 0, 0, 0, stealMs),
                  new CpuTimes(0, 0, 250L * s, 750L * s, 0, 0, 0, stealMs))));
    }
    return load.build();
  }

  /** Of one second, 0.9 s in user code and 0.1 s in the kernel, 2 ms of dispatch. */
  private static Iteration iteration(int index, long operations, @Nullable CpuUse use) {
    return new Iteration(
        index,
        Phase.MEASUREMENT,
        index * SECOND,
        (index + 1) * SECOND,
        operations,
        1.0,
        2_000_000,
        List.of(),
        Set.of(),
        List.of(),
        List.of(),
        new IterationCounters(use, null, null, null, 50_000_000L));
  }

  private static Map<String, Double> values(List<ForkMetric> metrics) {
    Map<String, Double> values = new LinkedHashMap<>();
    metrics.forEach(metric -> values.put(metric.label(), metric.value()));
    return values;
  }

  @Test
  void loadAndTimesOverAllIterationsOfAFork() {
    CpuUse use = new CpuUse(900_000_000, 100_000_000);
    List<ForkMetric> metrics =
        ForkMetric.of(load(0), List.of(iteration(0, 10, use), iteration(1, 30, use)), true);

    Map<String, Double> values = values(metrics);
    assertThat(values.keySet())
        .containsExactly(
            "load.busy",
            "load.system",
            "load.steal",
            "load.background",
            "load.cpu0",
            "load.cpu4",
            "time.real",
            "time.user",
            "time.system",
            "time.dispatch");
    assertThat(values.get("load.busy")).isCloseTo(1.25, EXACTLY);
    assertThat(values.get("load.system")).isCloseTo(0.25, EXACTLY);
    assertThat(values.get("load.steal")).isZero();
    // 1.25 busy, less 1 of the fork and 0.05 of the host, which samples.
    assertThat(values.get("load.background")).isCloseTo(0.2, EXACTLY);
    assertThat(values.get("load.cpu0")).isCloseTo(100, EXACTLY);
    assertThat(values.get("load.cpu4")).isCloseTo(25, EXACTLY);
    // Of 40 operations in two seconds.
    assertThat(values.get("time.real")).isCloseTo(50, EXACTLY);
    assertThat(values.get("time.user")).isCloseTo(45, EXACTLY);
    assertThat(values.get("time.system")).isCloseTo(5, EXACTLY);
    assertThat(values.get("time.dispatch")).isCloseTo(100, EXACTLY);
    assertThat(metrics)
        .extracting(ForkMetric::unit)
        .containsExactly(
            "CPUs", "CPUs", "CPUs", "CPUs", "%", "%", "ms/op", "ms/op", "ms/op", "us/op");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    CpuUse use = new CpuUse(900_000_000, 100_000_000);
    List<Iteration> oneUnknown = List.of(iteration(0, 10, use), iteration(1, 30, null));

    assertThat(values(ForkMetric.of(load(CpuTimes.NOT_COUNTED), oneUnknown, false)).keySet())
        .containsExactly("load.busy", "load.system", "time.real", "time.dispatch");
    assertThat(values(ForkMetric.of(new LoadSeries.Builder().build(), oneUnknown, true)).keySet())
        .as("without samples")
        .containsExactly("time.real", "time.dispatch");
    assertThat(ForkMetric.ofBlocks(oneUnknown)).as("no blocks").isEmpty();
    assertThatThrownBy(() -> new ForkMetric("load.busy", Double.NaN, "CPUs"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("load.busy is NaN");
  }
}
