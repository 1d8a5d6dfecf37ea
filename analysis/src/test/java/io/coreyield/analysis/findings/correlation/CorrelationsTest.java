package io.coreyield.analysis.findings.correlation;

import static io.coreyield.analysis.findings.HandMadeRun.SECOND;
import static io.coreyield.analysis.findings.HandMadeRun.configuration;
import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.load.Loads;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationsTest {

  private static final long[] NONE = {0, 0};

  private static final Estimate NO_VARIATION =
      Estimate.unknown("not enough variation: all figures are equal");

  private final HandMadeRun run = new HandMadeRun(2, 1);
  private long busyMs;
  private long stealMs;

  @Test
  void scoreFallsWithBackgroundLoadAndSteal() {
    run.using(new CpuUse(SECOND / 2, 0));
    for (int round = 0; round < 6; round++) {
      // Of our own there is 0.5; what is beyond is background, and slows us.
      trial(round, 100 - 10L * round, 500 + 40L * round, 5L * round);
    }
    List<Correlation> correlations = correlations();
    assertThat(correlations)
        .extracting(Correlation::loadFigure)
        .containsExactly("busyCores", "siblingSharedCores", "backgroundCores", "stealCores");
    assertThat(correlations)
        .filteredOn(c -> !c.loadFigure().equals("siblingSharedCores"))
        .extracting(Correlation::spearman)
        .containsOnly(Estimate.of(-1, -1, -1));
    assertThat(correlations.get(1).spearman()).isEqualTo(NO_VARIATION);
    assertThat(correlations).extracting(Correlation::iterations).containsOnly(6);
  }

  @Test
  void aFigureThatIsNotKnownHasNoCorrelation() {
    run.using(new CpuUse(SECOND / 2, 0));
    for (int round = 0; round < 4; round++) {
      trial(round, 100 - 10L * round, 500 + 40L * round, 0);
    }
    run.using(null);
    trial(4, 55, 600, 0);
    List<Correlation> correlations = correlations();
    assertThat(correlations).extracting(Correlation::iterations).containsExactly(5, 5, 4, 5);
    assertThat(correlations.getLast().spearman()).isEqualTo(NO_VARIATION);
  }

  @Test
  void withoutLoadThereIsNoCorrelation() {
    run.trial(0, range(1), 100);
    assertThat(correlations())
        .extracting(Correlation::spearman)
        .containsExactly(
            Estimate.unknown("busyCores was not recorded"),
            Estimate.unknown("siblingSharedCores was not recorded"),
            Estimate.unknown("backgroundCores was not recorded"),
            Estimate.unknown("stealCores was not recorded"));
  }

  @Test
  void eachKernelAndModelHasItsOwnOverAllWorkerCounts() {
    Run simulated =
        SimulatedRuns.run(
            SimulatedRuns.machine(4, 1),
            List.of(Kernel.RANGE, Kernel.RANGE_DOUBLE),
            List.of(ConcurrencyModel.PLATFORM, ConcurrencyModel.PROCESS),
            4,
            0,
            0.01,
            5);
    List<Correlation> correlations =
        Correlations.start(simulated, new Results(simulated), Loads.of(simulated)).get();
    assertThat(correlations)
        .filteredOn(c -> c.loadFigure().equals("busyCores"))
        .hasSize(4)
        .allSatisfy(c -> {
          // Three worker counts, four rounds, three iterations.
          assertThat(c.iterations()).isEqualTo(36);
          assertThat(c.spearman().low()).isGreaterThan(0.8);
          assertThat(c.spearman().high()).isGreaterThanOrEqualTo(c.spearman().value());
        });
  }

  @Test
  void idleTrialsAreNoScore() {
    run.idle().trial(0, configuration(Kernel.RANGE, ConcurrencyModel.VIRTUAL, 1), 10);
    run.sample(0, NONE, NONE, NONE).sample(2, NONE, NONE, NONE).sample(4, NONE, NONE, NONE);
    assertThat(correlations()).extracting(Correlation::iterations).containsOnly(1);
  }

  /** The warm-up is idle, so that what the counters gain falls into the measurement. */
  private void trial(int round, long operations, long moreBusyMs, long moreStealMs) {
    double start = run.nowSeconds();
    run.trial(round, range(1), operations).sample(start + 1, cpus(busyMs), NONE, cpus(stealMs));
    busyMs += moreBusyMs;
    stealMs += moreStealMs;
    run.sample(start + 2, cpus(busyMs), NONE, cpus(stealMs));
  }

  private static long[] cpus(long first) {
    return new long[] {first, 0};
  }

  private List<Correlation> correlations() {
    Run built = run.build();
    return Correlations.start(built, new Results(built), Loads.of(built)).get();
  }
}
