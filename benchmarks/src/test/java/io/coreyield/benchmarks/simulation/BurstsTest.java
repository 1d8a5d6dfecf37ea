package io.coreyield.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A neighbour that works at random times, on logical CPU 0. */
class BurstsTest {

  private static final String BURSTS =
      """
      , "backgroundPrograms": [{"cpu": 0, "share": 0.95, "meanOnSeconds": 0.3, "meanOffSeconds": 0.7}]\
      """;

  private static final BackgroundProgram.Bursts PART = new BackgroundProgram.Bursts(0.3, 0.7);
  private static final long START_NS = SimulatedClock.moment(0);
  private static final long SECOND_NS = 1_000_000_000;

  private static BurstTimes times(long seed) {
    return new BurstTimes(PART, START_NS, Gaussian.of(seed, 0));
  }

  @Test
  void oneSeedGivesOneSchedule() {
    BurstTimes one = times(1);
    BurstTimes same = times(1);
    long endNs = START_NS + 100 * SECOND_NS;
    // Asked for in one piece and in many.
    long wholeNs = one.onNs(START_NS, endNs);
    long sumNs = 0;
    for (long ns = START_NS; ns < endNs; ns += SECOND_NS / 10) {
      sumNs += same.onNs(ns, ns + SECOND_NS / 10);
    }

    assertThat(sumNs).isEqualTo(wholeNs);
    assertThat(times(2).onNs(START_NS, endNs)).isNotEqualTo(wholeNs);
    assertThat(one.onNs(0, START_NS)).isZero();
  }

  /**
   * Of 10000 s the share of time on has a standard deviation of sqrt(2 · 0.21 · 0.3 · 0.7 / 10000)
   * = 0.003, and the mean of 10000 exponential bursts one of 1 %.
   */
  @Test
  void itWorksForTheStatedShareInBurstsOfTheStatedLength() {
    BurstTimes times = times(3);
    long endNs = START_NS + 10_000 * SECOND_NS;
    int changes = 0;
    for (long ns = times.nextChangeNs(START_NS); ns < endNs; ns = times.nextChangeNs(ns)) {
      changes++;
    }
    double onSeconds = (double) times.onNs(START_NS, endNs) / SECOND_NS;

    assertThat(onSeconds / 10_000).isBetween(0.28, 0.32);
    assertThat(onSeconds / (changes / 2.0)).isBetween(0.28, 0.32);
  }

  @Test
  void betweenChangesItWorksOrRests() {
    BurstTimes times = times(4);
    long fromNs = START_NS;
    boolean on = times.onNs(fromNs, fromNs + 1) > 0;
    for (int i = 0; i < 100; i++) {
      long toNs = times.nextChangeNs(fromNs);
      assertThat(times.onNs(fromNs, toNs)).isEqualTo(on ? toNs - fromNs : 0);
      fromNs = toNs;
      on = !on;
    }
  }

  @Test
  void itStartsAndEndsWhenTheFileSays() throws Exception {
    BackgroundPrograms backgroundPrograms =
        BackgroundPrograms.of(
            MadeUp.machine(BURSTS.replace("}", ", \"fromSeconds\": 5, \"toSeconds\": 9}")), 5);
    long fromNs = SimulatedClock.moment(5);
    long toNs = SimulatedClock.moment(9);

    assertThat(backgroundPrograms.share(0, START_NS, fromNs)).isZero();
    assertThat(backgroundPrograms.share(0, fromNs, toNs)).isBetween(0.01, 0.94);
    assertThat(backgroundPrograms.share(0, toNs, toNs + 1000 * SECOND_NS)).isZero();
    assertThat(backgroundPrograms.nextChangeNs(START_NS)).isEqualTo(fromNs);
    assertThat(backgroundPrograms.nextChangeNs(toNs)).isEqualTo(Long.MAX_VALUE);
    assertThat(backgroundPrograms.share(1, START_NS, toNs)).isZero();
  }

  /** A worker alone on its core does what its CPU time allows, whenever the neighbour comes. */
  @Test
  void anOperationTakesTheTimeThatTheNeighbourLeaves() throws Exception {
    Trial trial = new MadeUp(BURSTS, 6).run(MadeUp.summation(1, Placement.SPREAD), 300);
    double elements = MadeUp.configuration(1, Placement.SPREAD).elementsPerOperation();

    assertThat(trial.iterations())
        .allSatisfy(
            i -> assertThat(MadeUp.ALONE * cpuSeconds(i)).isCloseTo(elements, within(10.0)));
    assertThat(trial.iterations().stream().filter(BurstsTest::isOffCpu))
        .isNotEmpty()
        .hasSizeLessThan(200);
    assertThat(trial.iterations())
        .allMatch(
            i -> isOffCpu(i) == (i.workers().getFirst().onCpuShare() < Taint.OFF_CPU.threshold()));
  }

  private static double cpuSeconds(Iteration iteration) {
    WorkerTime worker = iteration.workers().getFirst();
    return (worker.cpuNs() == null ? Double.NaN : worker.cpuNs()) / 1e9;
  }

  private static boolean isOffCpu(Iteration iteration) {
    return iteration.taints().contains(Taint.OFF_CPU);
  }

  @Test
  void itTaintsWindowsAndSlowsTheSibling() throws Exception {
    Trial trial = new MadeUp(BURSTS, 7).run(MadeUp.PAIR, 300);
    double least = 1;
    for (Iteration block : trial.iterations()) {
      double free = MadeUp.window(block, PairArm.FIRST).elementsPerSecond() / MadeUp.ALONE;
      WindowWorker worker = MadeUp.window(block, PairArm.FIRST).workers().getFirst();
      double second = MadeUp.window(block, PairArm.SECOND).elementsPerSecond() / MadeUp.ALONE;
      assertThat(worker.onCpuShare()).isCloseTo(free, within(1e-6));
      assertThat(free).isBetween(0.05 - 1e-6, 1.0 + 1e-6);
      // While the neighbour works, for 95 % of the time, the core has two at work.
      assertThat(second).isBetween(1 - 0.95 * (1 - 0.625) - 1e-6, 1.0 + 1e-6);
      least = Math.min(least, second);
      if (free < Taint.OFF_CPU.threshold()) {
        assertThat(block.taints()).containsExactly(Taint.OFF_CPU);
      }
    }
    assertThat(least).isCloseTo(1 - 0.95 * (1 - 0.625), within(1e-6));
    assertThat(trial.iterations().stream().filter(i -> i.taints().isEmpty())).isNotEmpty();
  }

  /** Of 1000 s of rest; the deviation of the share is 0.01. */
  @Test
  void itShowsInTheLoadOfItsCpu() throws Exception {
    MadeUp run = new MadeUp(BURSTS, 8);
    run.run(new Workload.Idle(), 10_000);
    LoadSample first = run.samples.getFirst();
    LoadSample last = run.samples.getLast();
    double seconds = (last.tNs() - first.tNs()) / 1e9;

    assertThat(seconds).isGreaterThan(1000);
    assertThat(busySeconds(first, last, 0) / seconds).isBetween(0.95 * 0.27, 0.95 * 0.33);
    assertThat(busySeconds(first, last, 1)).isZero();
  }

  private static double busySeconds(LoadSample from, LoadSample to, int cpu) {
    return (to.times().get(cpu).busyMs() - from.times().get(cpu).busyMs()) / 1e3;
  }

  @Test
  void withoutWorkersOfOursNobodyWaits() throws Exception {
    List<Iteration> rests = new MadeUp(BURSTS, 9).run(new Workload.Idle(), 50).iterations();

    assertThat(rests).allMatch(i -> Long.valueOf(0).equals(i.counters().pressureNs()));
  }
}
