package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Plans;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.plan.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs of machines that do not exist, with a known truth, for tests. */
public final class SimulatedRuns {

  /** Throughput of one worker with a core to itself. */
  public static final double ONE_CORE_ELEMENTS_PER_SECOND = 3.5e9;

  private static final long SECOND = 1_000_000_000L;
  private static final long BOOT = 100 * SECOND;
  private static final List<ConcurrencyModel> PARALLEL_AND_LOCKED =
      List.of(ConcurrencyModel.PLATFORM, ConcurrencyModel.GLOBAL_LOCK);
  private static final int WARMUPS = 1;
  private static final int MEASUREMENTS = 3;
  private static final int ITERATION_MS = 300;

  private SimulatedRuns() {}

  /** A machine whose siblings are (0, cores), (1, cores + 1) and so on. */
  public static Machine machine(int cores, int threadsPerCore) {
    List<LogicalCpu> cpus =
        IntStream.range(0, cores * threadsPerCore)
            .mapToObj(id -> new LogicalCpu(id, id % cores, 0, 0, 0, true, 0))
            .toList();
    return new Machine(
        "Simulated CPU %d×%d".formatted(cores, threadsPerCore),
        "Nobody",
        3_500_000_000L,
        new Topology(cpus),
        List.of(new Cache(1, "data", 32_768), new Cache(3, "unified", 33_554_432)),
        16L << 30,
        null);
  }

  /** Worker counts of a campaign: powers of two, the physical cores and the logical CPUs. */
  public static List<Integer> workerCounts(Machine machine) {
    List<Integer> counts = new ArrayList<>();
    for (int w = 1; w < machine.topology().logicalCpus(); w *= 2) {
      counts.add(w);
    }
    counts.add(machine.topology().physicalCores());
    counts.add(machine.topology().logicalCpus());
    return counts.stream().distinct().sorted().toList();
  }

  /**
   * A complete run of every kernel and model.
   *
   * @param yield what a second sibling adds, the same for every kernel
   * @param noise standard deviation of a fork's throughput, as a fraction; an iteration's is half
   */
  public static Run run(
      Machine machine,
      List<Kernel> kernels,
      List<ConcurrencyModel> models,
      int rounds,
      double yield,
      double noise,
      long seed) {
    List<Configuration> configurations = new ArrayList<>();
    for (Kernel kernel : kernels) {
      for (ConcurrencyModel model : models) {
        for (int workers : workerCounts(machine)) {
          configurations.add(
              new Configuration(
                  kernel, model, workers, kernel.defaultElements(), Scaling.WEAK, Placement.OS));
        }
      }
    }
    Plan plan =
        Copies.with(
            Plans.of(configurations, WARMUPS, MEASUREMENTS, ITERATION_MS),
            "stopping",
            new Plan.Stopping(rounds, 180.0, null));
    Simulation simulation = new Simulation(machine, yield, noise, new Random(seed));
    simulation.trial(0, new Workload.Idle());
    for (int round = 0; round < rounds; round++) {
      List<Configuration> shuffled = new ArrayList<>(configurations);
      Collections.shuffle(shuffled, new Random(seed + round));
      for (Configuration configuration : shuffled) {
        simulation.trial(round, new Workload.Summation(configuration));
      }
    }
    return new Run(
        info(machine, plan, seed, simulation.nowNs),
        simulation.trials,
        simulation.load.build(),
        List.of(new SwapSample(BOOT, 0, 0)));
  }

  /** The range kernel on platform threads. */
  public static Run platform(Machine machine, int rounds, double yield, double noise, long seed) {
    List<ConcurrencyModel> models = List.of(ConcurrencyModel.PLATFORM);
    return run(machine, List.of(Kernel.RANGE), models, rounds, yield, noise, seed);
  }

  /** Two rounds of every main kernel and model. */
  public static Run everything(Machine machine, double yield, double noise, long seed) {
    List<ConcurrencyModel> models = List.of(ConcurrencyModel.values());
    return run(machine, Kernel.MAIN, models, 2, yield, noise, seed);
  }

  /** A sibling adds a quarter of a core; platform threads and the global lock. */
  public static Run quarter(int cores, int rounds, long seed, Kernel... kernels) {
    return run(machine(cores, 2), List.of(kernels), PARALLEL_AND_LOCKED, rounds, 0.25, 0.01, seed);
  }

  /** A quick run of the range kernel: platform threads and the global lock, three rounds. */
  public static Run quick(Machine machine) {
    return run(machine, List.of(Kernel.RANGE), PARALLEL_AND_LOCKED, 3, 0.25, 0.01, 1);
  }

  /** The same of such a machine. */
  public static Run quick(int cores, int threadsPerCore) {
    return quick(machine(cores, threadsPerCore));
  }

  private static RunInfo info(Machine machine, Plan plan, long seed, long endNs) {
    Instant start = Instant.parse("2026-01-02T03:04:05Z");
    int cpus = machine.topology().logicalCpus();
    return new RunInfo(
        "0.1.0",
        new Measured("1.37", false, seed, null, plan),
        List.of("run", "--budget", "3m"),
        start,
        start.plusNanos(endNs - BOOT),
        RunInfo.State.COMPLETE,
        new Clock(start, BOOT),
        machine,
        new Environment(
            "simulated",
            new Environment.Os("GNU/Linux 12", "6.1.0", "amd64"),
            new Environment.Jvm(
                "25.0.3",
                "OpenJDK 64-Bit Server VM",
                "25.0.3+9",
                "/opt/jdk/bin/java",
                List.of("-Xmx1g")),
            new Environment.CpuLimits(cpus, cpus, "0-%d".formatted(cpus - 1), null),
            null,
            machine.topology().hasSiblings() ? "on" : "notsupported",
            "performance",
            0.1,
            Conditions.UNKNOWN),
        List.of());
  }

  private static final class Simulation {
    private final Machine machine;
    private final double yield;
    private final double noise;
    private final Random random;
    private final List<Trial> trials = new ArrayList<>();
    private final LoadSeries.Builder load = new LoadSeries.Builder();
    private final long[] busyMs;
    private final long[] idleMs;
    private final long[] systemMs;
    private long nowNs = BOOT;

    Simulation(Machine machine, double yield, double noise, Random random) {
      this.machine = machine;
      this.yield = yield;
      this.noise = noise;
      this.random = random;
      int cpus = machine.topology().logicalCpus();
      busyMs = new long[cpus];
      idleMs = new long[cpus];
      systemMs = new long[cpus];
      sample();
    }

    void trial(int round, Workload workload) {
      long startNs = nowNs;
      advance(400, 1, false);
      double forkFactor = Math.exp(noise * random.nextGaussian());
      List<Iteration> iterations = new ArrayList<>();
      for (int i = 0; i < WARMUPS + MEASUREMENTS; i++) {
        iterations.add(iteration(i, workload, forkFactor));
      }
      long cpuNs =
          iterations.stream()
              .map(Iteration::cpuUse)
              .filter(Objects::nonNull)
              .mapToLong(CpuUse::totalNs)
              .sum();
      CpuUse use = new CpuUse(cpuNs + 400_000_000L, 20_000_000L);
      trials.add(
          new Trial(trials.size(), round, round, workload, startNs, nowNs, use, iterations, null));
    }

    private Iteration iteration(int index, Workload workload, double forkFactor) {
      double iterationFactor = forkFactor * Math.exp(noise / 2 * random.nextGaussian());
      Phase phase = index < WARMUPS ? Phase.WARMUP : Phase.MEASUREMENT;
      return switch (workload) {
        case Workload.Idle() -> {
          long startNs = nowNs;
          @Nullable Double score = phase == Phase.WARMUP ? null : Double.valueOf(100);
          CpuUse none = new CpuUse(0, 0);
          advance(ITERATION_MS, 0, false);
          yield new Iteration(index, phase, startNs, nowNs, 3, score, 0, List.of(), none, Set.of());
        }
        case Workload.Summation(Configuration c) -> summation(index, phase, c, iterationFactor);
        case Workload.AaRepeat(Configuration c) -> summation(index, phase, c, iterationFactor);
        case Workload.Pair _, Workload.Mixed _ ->
            throw new IllegalArgumentException("not among these workloads");
      };
    }

    private Iteration summation(int index, Phase phase, Configuration c, double factor) {
      double perSecond = throughput(c) * factor;
      double operationSeconds = c.elementsPerOperation() / perSecond;
      long operations = Math.max(1, Math.round(ITERATION_MS / 1e3 / operationSeconds));
      // Up, so that the sample after the window is not before its end.
      int ms = (int) Math.max(1, Math.ceil(operations * operationSeconds * 1e3));
      long startNs = nowNs;
      boolean parallel = c.model().isParallel();
      int busy = parallel ? Math.min(c.workers(), busyMs.length) : 1;
      advance(ms, busy, !parallel && c.workers() > 1);
      long cpuNs = (long) busy * ms * 1_000_000L;
      WorkerTime worker = new WorkerTime(ms * 1_000_000L, cpuNs / c.workers(), 0, 0, 0);
      return new Iteration(
          index,
          phase,
          startNs,
          startNs + Math.round(operations * operationSeconds * 1e9),
          operations,
          phase == Phase.WARMUP ? null : operationSeconds * 1e3,
          operations * 20_000L,
          Collections.nCopies(c.workers(), worker),
          parallel ? new CpuUse(cpuNs, 0) : new CpuUse(cpuNs / 2, cpuNs / 2),
          Set.of());
    }

    private double throughput(Configuration c) {
      int cores = machine.topology().physicalCores();
      int logical = machine.topology().logicalCpus();
      double one = ONE_CORE_ELEMENTS_PER_SECOND / c.kernel().zen4CyclesPerElement();
      if (!c.model().isParallel()) {
        return one / (c.workers() == 1 ? 1 : 1.5);
      }
      int workers = Math.min(c.workers(), logical);
      return one * (Math.min(workers, cores) + yield * Math.max(0, workers - cores));
    }

    /** Lets time pass, with the first {@code busy} logical CPUs working. */
    private void advance(int ms, int busy, boolean halfSystem) {
      for (int cpu = 0; cpu < busyMs.length; cpu++) {
        if (cpu < busy) {
          systemMs[cpu] += halfSystem ? ms / 2 : 0;
          busyMs[cpu] += halfSystem ? ms - ms / 2 : ms;
        } else {
          idleMs[cpu] += ms;
        }
      }
      nowNs += ms * 1_000_000L;
      sample();
    }

    private void sample() {
      List<CpuTimes> times = new ArrayList<>();
      for (int cpu = 0; cpu < busyMs.length; cpu++) {
        times.add(new CpuTimes(busyMs[cpu], 0, systemMs[cpu], idleMs[cpu], 0, 0, 0, 0));
      }
      load.add(
          new LoadSample(
              nowNs, machine.topology().cpus().stream().map(LogicalCpu::id).toList(), times));
    }
  }
}
