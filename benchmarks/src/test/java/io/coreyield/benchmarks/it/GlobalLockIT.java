package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under a global lock N workers take at least N times as long, as threads did in 2017. */
class GlobalLockIT {

  private static final long ELEMENTS = 1L << 24;

  @Test
  void twoWorkersTakeTwiceAsLongAndTheirHandOversCostSystemTime(@TempDir Path directory)
      throws Exception {
    assumeTrue(ThisMachine.read().cores() > 1, "hand-overs between cores need two");
    Jar jar = Jar.copiedTo(directory);
    // Spread: on a loaded machine the scheduler may keep both workers on one CPU, where handing a
    // lock over costs next to nothing.
    jar.run(
        "run --kernels range --models platform,global-lock --workers 1,2 --placements spread --n "
            + (ELEMENTS + " --rounds 2 --no-report --out DIR"));
    Run run = jar.read();
    List<Iteration> alone = iterations(run, ConcurrencyModel.GLOBAL_LOCK, 1);
    List<Iteration> both = iterations(run, ConcurrencyModel.GLOBAL_LOCK, 2);
    assertThat(fastest(both, 2) / fastest(alone, 1)).isPositive().isLessThanOrEqualTo(1.1);
    assertThat(both)
        .as("one worker computes at a time, so their CPU times fit into the wall time")
        .allMatch(iteration -> cpuNs(iteration) <= 1.1 * iteration.durationNs());
    assertThat(systemNsPerOperation(both))
        .isGreaterThan(systemNsPerOperation(iterations(run, ConcurrencyModel.PLATFORM, 2)));
  }

  private static List<Iteration> iterations(Run run, ConcurrencyModel model, int workers) {
    return run.trials().stream()
        .filter(t -> t.configuration().anyMatch(c -> c.model() == model && c.workers() == workers))
        .map(Trial::measurements)
        .flatMap(List::stream)
        .toList();
  }

  /** Elements per nanosecond; the fastest, because a neighbour can only slow an iteration down. */
  private static double fastest(List<Iteration> iterations, int workers) {
    return iterations.stream()
        .mapToDouble(i -> (double) i.operations() * workers * ELEMENTS / i.durationNs())
        .max()
        .orElseThrow();
  }

  private static long cpuNs(Iteration iteration) {
    return iteration.workers().stream()
        .map(WorkerTime::cpuNs)
        .mapToLong(Objects::requireNonNull)
        .sum();
  }

  private static double systemNsPerOperation(List<Iteration> iterations) {
    long systemNs =
        iterations.stream().mapToLong(i -> Objects.requireNonNull(i.cpuUse()).systemNs()).sum();
    return (double) systemNs / iterations.stream().mapToLong(Iteration::operations).sum();
  }
}
