package io.coreyield.benchmarks.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.benchmarks.load.LoadSink;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveLoadTest {

  private final List<Object> handedOn = new ArrayList<>();
  private final StringWriter out = new StringWriter();

  private LoadSink sink() {
    return new LoadSink() {
      @Override
      public void load(LoadSample sample) {
        handedOn.add(sample);
      }

      @Override
      public void swap(SwapSample sample) {
        handedOn.add(sample);
      }
    };
  }

  /** Busy for as long as the sample says, of 250 ms each. */
  private static LoadSample sample(int number, long busyMs) {
    return new LoadSample(
        number * 250_000_000L,
        List.of(0),
        List.of(new CpuTimes(busyMs, 0, 0, 250L * number - busyMs, 0, 0, 0, 0)));
  }

  @Test
  void drawsOnceASecondAndHandsOnEverySample() {
    Screen screen = Screen.of(new PrintWriter(out), true, 80, true, Map.of("NO_COLOR", "1"));
    Progress progress = new Progress(screen);
    progress.trial("idle", 1, Duration.ZERO, Duration.ZERO);
    out.getBuffer().setLength(0);
    AtomicLong nowNs = new AtomicLong();
    LiveLoad live = new LiveLoad(sink(), progress, Topologies.of(1, 1), nowNs::get);
    for (int i = 0; i <= 8; i++) {
      nowNs.set(i * 250_000_000L);
      live.load(sample(i, i <= 4 ? 0 : 250L * (i - 4)));
    }
    SwapSample swap = new SwapSample(1, 2, 3);
    live.swap(swap);

    assertThat(handedOn).hasSize(10).endsWith(swap);
    assertThat(out.toString().split("\r", -1))
        .as("idle for a second, then busy for one")
        .hasSize(3)
        .satisfies(lines -> {
          assertThat(lines[1]).endsWith("   .\u001b[K");
          assertThat(lines[2]).endsWith("   @\u001b[K");
        });
  }
}
