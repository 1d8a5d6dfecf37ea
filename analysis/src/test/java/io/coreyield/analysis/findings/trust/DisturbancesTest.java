package io.coreyield.analysis.findings.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine of two cores with two siblings each: logical CPUs 0 and 2 share one, 1 and 3 too. */
class DisturbancesTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long[] OURS = {1000, 0, 0, 0};
  private static final long[] QUIET = new long[4];

  private List<WorkerTime> workers = List.of(new WorkerTime(SECOND, SECOND, 0, 0, 0));
  private @Nullable CpuUse own = new CpuUse(SECOND, 0);
  private IterationCounters counters = new IterationCounters(null, 0L, 0L, 0L, 0L);
  private Set<Taint> recorded = Set.of();
  private List<ArmWindow> windows = List.of();
  private @Nullable CpuQuota quota;

  @Test
  void nothingDisturbsAQuietIteration() {
    LedgerEntry entry = judge(range(1), OURS, 0);

    assertThat(entry.taints()).isEmpty();
    assertThat(entry.onCpuShare()).isEqualTo(1);
    assertThat(entry.stealShare()).isZero();
    assertThat(entry.throttledShare()).isZero();
    assertThat(entry.migrationsPerOperation()).isZero();
    assertThat(entry.backgroundCpus()).isZero();
    assertThat(entry.pressureShare()).isZero();
    assertThat(entry.clockSpread()).isNaN();
  }

  @ParameterizedTest(name = "{0} of 1000 ms on the CPU: tainted {1}")
  @CsvSource({"1000, false", "990, false", "989, true"})
  void aWorkerThatWasOffItsCpu(long cpuMs, boolean tainted) {
    workers =
        List.of(
            new WorkerTime(SECOND, SECOND, 0, 0, 0),
            new WorkerTime(SECOND, cpuMs * 1_000_000, 1, 1, 0));

    LedgerEntry entry = judge(range(2), busy(1000, cpuMs, 0, 0), 0);

    assertThat(entry.onCpuShare()).isEqualTo(cpuMs / 1e3);
    assertThat(entry.taints().contains(Taint.OFF_CPU)).isEqualTo(tainted);
  }

  @Test
  void workersThatAreMeantToWaitAreNotTainted() {
    workers = List.of(new WorkerTime(SECOND, SECOND / 2, 0, 0, 0));

    assertThat(judge(range(ConcurrencyModel.GLOBAL_LOCK, 2, Placement.OS), QUIET, 0).taints())
        .isEmpty();
    assertThat(judge(range(ConcurrencyModel.PLATFORM, 2, Placement.SAME), QUIET, 0).taints())
        .isEmpty();
    assertThat(judge(range(5), QUIET, 0).taints()).isEmpty();
    assertThat(judge(range(4), QUIET, 0).taints()).containsExactly(Taint.OFF_CPU);
  }

  @Test
  void stealCountsOnTheCpusThatWereWorkedOn() {
    // 50 ms of CPU 3 in a second: 1.25 % of the four that an unpinned worker may use.
    LedgerEntry unpinned = judge(range(1), busy(950, 0, 0, 0), 50);
    assertThat(unpinned.stealShare()).isCloseTo(0.0125, within(1e-12));
    assertThat(unpinned.taints()).contains(Taint.STEAL);

    // A worker that is pinned to CPU 0 does not mind.
    LedgerEntry pinned =
        judge(range(ConcurrencyModel.PLATFORM, 1, Placement.SPREAD), busy(950, 0, 0, 0), 50);
    assertThat(pinned.stealShare()).isZero();
  }

  @ParameterizedTest(name = "{0}: {1} migrations in 10 operations, tainted {2}")
  @CsvSource({
    "platform, 1, false",
    "platform, 2, true",
    "process, 2, true",
    "virtual, 9, false",
    "fork-join, 9, false"
  })
  void migrations(String model, long migrations, boolean tainted) {
    workers = List.of(new WorkerTime(SECOND, SECOND, 0, 1, migrations));

    LedgerEntry entry = judge(range(ConcurrencyModel.of(model), 1, Placement.OS), OURS, 0);

    assertThat(entry.taints().contains(Taint.MIGRATED)).isEqualTo(tainted);
  }

  @Test
  void foreignLoadIsWhatIsLeftOfTheBusyTime() {
    // Next to our second of CPU 0 others use 400 ms of CPU 1; four CPUs may be 20 ms off.
    LedgerEntry entry = judge(range(1), busy(1000, 400, 0, 0), 0);

    assertThat(entry.backgroundCpus()).isCloseTo(0.38, within(1e-9));
    assertThat(entry.taints()).containsExactly(Taint.BACKGROUND_LOAD);
  }

  @Test
  void theHostProcessIsNotBackground() {
    counters = new IterationCounters(null, null, null, null, 400_000_000L);

    assertThat(judge(range(1), busy(1000, 400, 0, 0), 0).backgroundCpus()).isZero();
  }

  @Test
  void aPinnedWorkerMindsItsCoreOnly() {
    Configuration pinned = range(ConcurrencyModel.PLATFORM, 1, Placement.SPREAD);

    assertThat(judge(pinned, busy(1000, 900, 0, 900), 0).taints()).isEmpty();
    assertThat(judge(pinned, busy(1000, 0, 900, 0), 0).taints())
        .containsExactly(Taint.BACKGROUND_LOAD);
  }

  @Test
  void whatIsNotKnownTaintsNothing() {
    own = null;
    counters = IterationCounters.UNKNOWN;
    workers = List.of(new WorkerTime(SECOND, null, null, null, 0));

    LedgerEntry entry = judge(range(1), busy(1000, 1000, 1000, 1000), 0);

    assertThat(entry.taints()).isEmpty();
    assertThat(entry.backgroundCpus()).isNaN();
    assertThat(entry.onCpuShare()).isNaN();
    assertThat(entry.throttledShare()).isNaN();
    assertThat(entry.pressureShare()).isNaN();
  }

  @Test
  void anyThrottlingAndMuchPressureTaint() {
    counters = new IterationCounters(null, 1L, 1L, 251_000_000L, 0L);

    assertThat(judge(range(1), OURS, 0).taints())
        .containsExactlyInAnyOrder(Taint.THROTTLED, Taint.PRESSURE);
  }

  /** What a quota does to more workers than it has CPUs is no disturbance; to fewer it is one. */
  @Test
  void aQuotaTaintsOnlyWhereItNeedNotStopTheWorkers() {
    quota = new CpuQuota(1.5, 100_000);
    counters = new IterationCounters(null, SECOND / 4, 10L, SECOND / 2, 0L);
    recorded = Set.of(Taint.OFF_CPU, Taint.MISPLACED);
    workers = List.of(new WorkerTime(SECOND, 3 * SECOND / 4, 0, 0, 0));

    assertThat(judge(range(2), QUIET, 0).taints()).containsExactly(Taint.MISPLACED);
    assertThat(judge(range(2), QUIET, 0).throttledShare()).isEqualTo(0.25);
    for (Configuration fewer :
        List.of(
            range(1),
            range(ConcurrencyModel.GLOBAL_LOCK, 4, Placement.OS),
            range(ConcurrencyModel.PLATFORM, 4, Placement.SAME))) {
      assertThat(judge(fewer, QUIET, 0).taints()).contains(Taint.THROTTLED);
    }
    assertThat(judge(pair(), QUIET, 0).taints()).contains(Taint.THROTTLED);
  }

  @Test
  void whatTheForkSawStands() {
    recorded = Set.of(Taint.MISPLACED);

    assertThat(judge(range(1), OURS, 0).taints()).containsExactly(Taint.MISPLACED);
  }

  @Test
  void aBlockWhoseClockChanges() {
    workers = List.of();
    windows =
        List.of(
            window(PairArm.FIRST, 0, 3.0, 25),
            window(PairArm.SECOND, 2, 3.1, 25),
            // Two active cores may well have another clock, and so may another core.
            window(PairArm.SEPARATE, 0, 2.5, 25),
            window(PairArm.OTHER, 1, 4.0, 25));

    LedgerEntry entry = judge(pair(), busy(100, 0, 0, 0), 0);

    assertThat(entry.clockSpread()).isCloseTo(3.1 / 3.0 - 1, within(1e-12));
    assertThat(entry.taints()).containsExactly(Taint.FREQUENCY);
  }

  @Test
  void twoWorkersOnOneCpuAreMeantToWait() {
    workers = List.of();
    counters = new IterationCounters(null, null, null, 300_000_000L, 0L);
    windows = List.of(window(PairArm.SAME, 0, 3.0, 12), window(PairArm.FIRST, 0, 3.0, 25));

    assertThat(judge(pair(), QUIET, 0).taints()).contains(Taint.PRESSURE);

    windows = List.of(window(PairArm.SAME, 0, 3.0, 100), window(PairArm.FIRST, 0, 3.0, 25));
    assertThat(judge(pair(), QUIET, 0).pressureShare()).isCloseTo(0.2, within(1e-12));
    assertThat(judge(pair(), QUIET, 0).taints()).isEmpty();
  }

  private static Workload pair() {
    return new Workload.Pair(new CorePair(Kernel.RANGE, ConcurrencyModel.PLATFORM, 0, 2, 1));
  }

  private static ArmWindow window(PairArm arm, int cpu, double clockGHz, int ms) {
    long ns = ms * 1_000_000L;
    return new ArmWindow(arm, 0, ns, List.of(new WindowWorker(cpu, 1, ns, ns, cpu, cpu, clockGHz)));
  }

  private LedgerEntry judge(Configuration configuration, long[] busyMs, long stolenFromCpu3Ms) {
    return judge(new Workload.Summation(configuration), busyMs, stolenFromCpu3Ms);
  }

  private LedgerEntry judge(Workload workload, long[] busyMs, long stolenFromCpu3Ms) {
    Iteration plain =
        new Iteration(
            1, Phase.MEASUREMENT, SECOND, 2 * SECOND, 10, 100.0, 0, workers, null, recorded);
    Iteration iteration = Copies.with(plain, "windows", windows, "counters", counters.with(own));
    Trial trial = new Trial(0, 0, 0, workload, 0, 3 * SECOND, null, List.of(iteration), null);
    LoadSeries load =
        new LoadSeries.Builder()
            .add(sample(SECOND, new long[4], 0))
            .add(sample(2 * SECOND, busyMs, stolenFromCpu3Ms))
            .build();
    return new Disturbances(SimulatedRuns.machine(2, 2).withQuota(quota), load, 250)
        .of(trial, iteration);
  }

  /** Whatever the workers do: six threads on four logical CPUs wait for each other anyway. */
  @ParameterizedTest
  @CsvSource({"250, 1900, false", "250, 2100, true", "500, 3900, false", "500, 4100, true"})
  void nothingRanForAWhile(int intervalMs, int gapMs, boolean stopped) {
    Workload workload = new Workload.Summation(range(6));
    long endNs = SECOND + (gapMs + 500) * 1_000_000L;
    Iteration iteration =
        new Iteration(1, Phase.MEASUREMENT, SECOND, endNs, 10, 100.0, 0, List.of(), null, Set.of());
    LoadSeries load =
        new LoadSeries.Builder()
            .add(sample(SECOND, new long[4], 0))
            .add(sample(SECOND + 250_000_000L, new long[4], 0))
            .add(sample(SECOND + (250 + gapMs) * 1_000_000L, new long[4], 0))
            .add(sample(endNs, new long[4], 0))
            .build();
    Trial trial = new Trial(0, 0, 0, workload, 0, endNs, null, List.of(iteration), null);

    assertThat(
            new Disturbances(SimulatedRuns.machine(2, 2), load, intervalMs)
                .of(trial, iteration)
                .taints())
        .isEqualTo(stopped ? Set.of(Taint.OFF_CPU) : Set.of());
  }

  private static LoadSample sample(long tNs, long[] busyMs, long stolenMs) {
    List<CpuTimes> times = new ArrayList<>();
    for (int cpu = 0; cpu < busyMs.length; cpu++) {
      times.add(new CpuTimes(busyMs[cpu], 0, 0, 0, 0, 0, 0, cpu == 3 ? stolenMs : 0));
    }
    return new LoadSample(tNs, IntStream.range(0, busyMs.length).boxed().toList(), times);
  }

  private static long[] busy(long... ms) {
    return ms;
  }

  private static Configuration range(int workers) {
    return range(ConcurrencyModel.PLATFORM, workers, Placement.OS);
  }

  private static Configuration range(ConcurrencyModel model, int workers, Placement placement) {
    return new Configuration(Kernel.RANGE, model, workers, 1 << 20, Scaling.WEAK, placement);
  }
}
