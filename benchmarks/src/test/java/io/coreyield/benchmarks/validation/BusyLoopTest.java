package io.coreyield.benchmarks.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.ChildJvm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The background program of the experiment, as a real process. */
class BusyLoopTest {

  private static final Duration ENOUGH = Duration.ofMillis(1_500);

  @Test
  void takesItsCpuUntilItsInputEnds() throws Exception {
    Process loop =
        ChildJvm.of(BusyLoop.class, List.of(), "0", "5", "1")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (cpuTime(loop).compareTo(ENOUGH) < 0 && System.nanoTime() < endNs) {
        Thread.sleep(20);
      }
      assertThat(cpuTime(loop)).isGreaterThanOrEqualTo(ENOUGH);

      loop.getOutputStream().close();
      assertThat(loop.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(loop.exitValue()).isZero();
    } finally {
      loop.destroyForcibly();
    }
  }

  private static Duration cpuTime(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
