package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.SteadyState;
import io.coreyield.benchmarks.load.IterationRecorder;
import io.coreyield.benchmarks.load.LoadSink;
import io.coreyield.benchmarks.machine.IterationCountersReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Simulates the trials of one run and the load during them. */
public final class SimulatedTrials {

  private static final long FORK_START_NS = 500_000_000;
  private static final long FORK_END_NS = 100_000_000;
  private static final long SLEEP_NS = 100_000_000;
  private static final long WORKER_JVM_NS = 200_000_000;
  private static final double NS_PER_ARRAY_BYTE = 0.8;

  /** One run of a simulated machine, with the topology by which its workers are placed. */
  record MachineRun(
      SimulatedMachine machine,
      Topology topology,
      SimulatedClock clock,
      BackgroundPrograms programs,
      Speeds speeds,
      SimulatedQuota quota,
      SimulatedLoad load) {}

  /** What one fork does in its iterations. */
  interface Fork {

    /** Runs one operation, for which the clock goes on; CPU time of all workers, ns. */
    long operation(IterationRecorder recorder);

    /** Draws what is random from iteration to iteration. */
    default void begin() {}

    /** For the workers of this fork. */
    default IterationRecorder recorder() {
      return new IterationRecorder(0, List.of(), false);
    }
  }

  private final SimulatedMachine machine;
  private final SimulatedClock clock;
  private final SimulatedLoad load;
  private final MachineRun run;
  private final long seed;

  /**
   * For one run.
   *
   * @param topology by which workers are placed
   * @param seed of the run, which decides its noise
   * @param sink takes the load, a sample every {@code sampleIntervalMs}
   */
  public SimulatedTrials(
      SimulatedMachine machine,
      Topology topology,
      SimulatedClock clock,
      long seed,
      LoadSink sink,
      int sampleIntervalMs) {
    this.machine = machine;
    this.clock = clock;
    this.seed = seed;
    BackgroundPrograms programs = BackgroundPrograms.of(machine, seed);
    this.load = new SimulatedLoad(machine, clock, programs, sink, sampleIntervalMs);
    Speeds speeds = new Speeds(machine, seed, programs);
    SimulatedQuota quota = new SimulatedQuota(machine.layout().quota());
    this.run = new MachineRun(machine, topology, clock, programs, speeds, quota, load);
  }

  /** Runs a trial to its end; it takes the time that a real one would, on the run's clock. */
  public Trial run(Workload workload, Plan plan, int number, int round, int fork) {
    long startNs = clock.nanoTime();
    long startUseNs = start(startNs(workload, plan));
    ForkNoise noise = ForkNoise.of(machine.noise(), seed, number);
    List<Iteration> iterations =
        switch (workload) {
          case Workload.Idle() -> iterations(plan, this::sleep);
          case Workload.Summation(Configuration configuration) ->
              summation(configuration, plan, noise);
          case Workload.AaRepeat(Configuration configuration) ->
              summation(configuration, plan, noise);
          case Workload.Pair(CorePair pair) ->
              iterations(
                  plan.shape().blocks().warmup(),
                  plan.shape().blocks().measurement(),
                  0,
                  new PairFork(run, noise, pair, plan, seed + number));
          case Workload.Mixed(MixedPair mixed) ->
              iterations(
                  plan.shape().blocks().warmup(),
                  plan.shape().blocks().measurement(),
                  0,
                  new PairFork(run, noise, mixed, plan, seed + number));
        };
    load.idle(FORK_END_NS);
    CpuUse use =
        iterations.stream()
            .map(Iteration::cpuUse)
            .filter(Objects::nonNull)
            .reduce(new CpuUse(startUseNs, 0), CpuUse::plus);
    return new Trial(
        number, round, fork, workload, startNs, clock.nanoTime(), use, iterations, null);
  }

  private List<Iteration> summation(Configuration configuration, Plan plan, ForkNoise noise) {
    return iterations(plan, new SummationFork(run, noise, configuration));
  }

  private long sleep(IterationRecorder recorder) {
    long startNs = clock.nanoTime();
    load.idle(SLEEP_NS);
    recorder.operation(startNs, clock.nanoTime());
    return 0;
  }

  private List<Iteration> iterations(Plan plan, Fork fork) {
    return iterations(
        plan.shape().warmupIterations(),
        plan.shape().measurementIterations(),
        plan.shape().iterationMs() * 1_000_000L,
        fork);
  }

  private List<Iteration> iterations(int warmup, int measurement, long minNs, Fork fork) {
    IterationRecorder recorder = fork.recorder();
    List<Iteration> iterations = new ArrayList<>();
    for (int index = 0; index < warmup + measurement; index++) {
      load.sample();
      Phase phase = index < warmup ? Phase.WARMUP : Phase.MEASUREMENT;
      iterations.add(iteration(index, phase, minNs, fork, recorder));
      load.sample();
    }
    return iterations;
  }

  /** Operations until the iteration has lasted long enough, or a warm-up is over; one at least. */
  private Iteration iteration(
      int index, Phase phase, long minNs, Fork fork, IterationRecorder recorder) {
    recorder.reset();
    fork.begin();
    double waitedNs = load.pressureNs();
    IterationCounters before = run.quota().counters(0);
    long startNs = clock.nanoTime();
    long cpuNs = 0;
    List<Double> speeds = new ArrayList<>();
    do {
      long operationStartNs = clock.nanoTime();
      cpuNs += fork.operation(recorder);
      speeds.add(1e9 / (clock.nanoTime() - operationStartNs));
    } while (clock.nanoTime() - startNs < minNs && !isWarm(phase, speeds));
    double score = (clock.nanoTime() - startNs) / 1e6 / speeds.size();
    long pressureNs = Math.round(load.pressureNs() - waitedNs);
    return recorder
        .report(phase, Optional.of(new CpuUse(cpuNs, 0)))
        .toIteration(
            index,
            phase == Phase.MEASUREMENT ? score : null,
            IterationCountersReader.growth(before, run.quota().counters(pressureNs)));
  }

  private static boolean isWarm(Phase phase, List<Double> speeds) {
    return phase == Phase.WARMUP
        && SteadyState.isReached(speeds.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The JVM starts and fills its arrays on one logical CPU; the CPU time that this takes. */
  private long start(long ns) {
    double[] wanted = new double[machine.layout().logicalCpus()];
    wanted[0] = 1;
    long fromNs = clock.nanoTime();
    long tookNs = (long) (ns / run.quota().share(1));
    load.pass(tookNs, wanted, 0);
    return (long) (ns * run.programs().ownShare(0, fromNs, fromNs + tookNs));
  }

  private long startNs(Workload workload, Plan plan) {
    return FORK_START_NS
        + switch (workload) {
          case Workload.Idle() -> 0;
          case Workload.Summation(Configuration c) -> summationStartNs(c, plan);
          case Workload.AaRepeat(Configuration c) -> summationStartNs(c, plan);
          case Workload.Pair(CorePair pair) ->
              workers(pair.model(), 2)
                  + (long)
                      ((pair.hasOneCpu() ? 2 : 1)
                          * plan.arrays().bytes(pair.kernel())
                          * NS_PER_ARRAY_BYTE);
          case Workload.Mixed(MixedPair mixed) ->
              workers(mixed.pair().model(), 2)
                  + (long)
                      (Math.max(
                              plan.arrays().bytes(mixed.kernel(0)),
                              plan.arrays().bytes(mixed.kernel(1)))
                          * NS_PER_ARRAY_BYTE);
        };
  }

  private long summationStartNs(Configuration c, Plan plan) {
    return workers(c.model(), c.workers())
        + (long) (plan.arrays().bytes(c.kernel()) * NS_PER_ARRAY_BYTE);
  }

  private long workers(ConcurrencyModel model, int workers) {
    return model == ConcurrencyModel.PROCESS
        ? WORKER_JVM_NS * Math.ceilDiv(workers, machine.layout().logicalCpus())
        : 0;
  }
}
