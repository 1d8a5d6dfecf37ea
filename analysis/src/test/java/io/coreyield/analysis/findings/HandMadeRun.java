package io.coreyield.analysis.findings;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Plans;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run put together trial by trial, each iteration a second long, with figures to check by hand.
 */
public final class HandMadeRun {

  public static final long SECOND = 1_000_000_000L;

  /** Elements per worker and operation. */
  public static final long ELEMENTS = 1000;

  private final Machine machine;
  private final List<Trial> trials = new ArrayList<>();
  private final LoadSeries.Builder load = new LoadSeries.Builder();
  private final List<Warning> warnings = new ArrayList<>();
  private List<Configuration> planned = List.of();
  private @Nullable Configuration control;
  private RunInfo.State state = RunInfo.State.COMPLETE;
  private @Nullable CpuUse cpuUse = new CpuUse(SECOND, SECOND / 2);
  private @Nullable Long throttledNs;
  private long nowNs;

  public HandMadeRun(Machine machine) {
    this.machine = machine;
  }

  /** On a simulated machine. */
  public HandMadeRun(int cores, int threadsPerCore) {
    this(SimulatedRuns.machine(cores, threadsPerCore));
  }

  /** The range kernel on platform threads, weak scaling, placement os. */
  public static Configuration range(int workers) {
    return configuration(Kernel.RANGE, ConcurrencyModel.PLATFORM, workers);
  }

  public static Configuration configuration(Kernel kernel, ConcurrencyModel model, int workers) {
    return new Configuration(kernel, model, workers, ELEMENTS, Scaling.WEAK, Placement.OS);
  }

  /** The range kernel on platform threads that share one amount of work. */
  public static Configuration strong(int workers) {
    return Copies.with(range(workers), "scaling", Scaling.STRONG);
  }

  /** One worker or more of the range kernel, placed. */
  public static Configuration placed(int workers, Placement placement) {
    return Copies.with(range(workers), "placement", placement);
  }

  /** A trial whose measurement iterations did so many operations each, after a slow warm-up. */
  public HandMadeRun trial(int round, Configuration configuration, long... operations) {
    return add(round, new Workload.Summation(configuration), null, operations);
  }

  /** The same trial in rounds 0 and 1. */
  public HandMadeRun twice(Configuration configuration, long operations) {
    return trial(0, configuration, operations).trial(1, configuration, operations);
  }

  /** The same under a second name. */
  public HandMadeRun again(int round, Configuration configuration, long... operations) {
    return add(round, new Workload.AaRepeat(configuration), null, operations);
  }

  /** Which configuration has a second name. */
  public HandMadeRun control(Configuration configuration) {
    control = configuration;
    return this;
  }

  public HandMadeRun failed(int round, Configuration configuration, long... operations) {
    return add(
        round, new Workload.Summation(configuration), "a worker returned a wrong sum.", operations);
  }

  public HandMadeRun idle() {
    return add(0, new Workload.Idle(), null, 1);
  }

  /** What every later iteration consumes; null: the platform does not tell. */
  public HandMadeRun using(@Nullable CpuUse use) {
    cpuUse = use;
    return this;
  }

  /** For how long a quota stops every later iteration, summed over logical CPUs. */
  public HandMadeRun throttled(@Nullable Long ns) {
    throttledNs = ns;
    return this;
  }

  public HandMadeRun planned(Configuration... configurations) {
    planned = List.of(configurations);
    return this;
  }

  public HandMadeRun ended(RunInfo.State how) {
    state = how;
    return this;
  }

  public HandMadeRun warned(String code, String message) {
    warnings.add(new Warning(code, message, "nothing"));
    return this;
  }

  /** A sample at a time in seconds, with the user, system and steal time of each logical CPU. */
  public HandMadeRun sample(double seconds, long[] userMs, long[] systemMs, long[] stealMs) {
    List<CpuTimes> times = new ArrayList<>();
    for (int cpu = 0; cpu < userMs.length; cpu++) {
      times.add(new CpuTimes(userMs[cpu], 0, systemMs[cpu], 0, 0, 0, 0, stealMs[cpu]));
    }
    load.add(
        new LoadSample(
            Math.round(seconds * SECOND),
            machine.topology().cpus().stream().map(cpu -> cpu.id()).toList(),
            times));
    return this;
  }

  /** The end of the last trial, in seconds: where the next one begins. */
  public double nowSeconds() {
    return (double) nowNs / SECOND;
  }

  public Run build() {
    RunInfo like = SimulatedRuns.quick(machine).info();
    List<Configuration> configurations =
        Stream.concat(planned.stream(), trials.stream().flatMap(Trial::configuration))
            .distinct()
            .toList();
    Plan plan =
        Copies.with(
            Plans.of(configurations.isEmpty() ? List.of(range(1)) : configurations, 1, 1, 1000),
            "control",
            control);
    RunInfo info = like.withOrigin(Copies.with(like.measured(), "seed", 7L, "plan", plan));
    info = Copies.with(info, "end", null, "state", state, "warnings", warnings);
    return new Run(info, trials, load.build(), List.of());
  }

  private HandMadeRun add(
      int round, Workload workload, @Nullable String failure, long... operations) {
    long startNs = nowNs;
    List<Iteration> iterations = new ArrayList<>();
    iterations.add(iteration(0, Phase.WARMUP, 1));
    Arrays.stream(operations)
        .forEach(ops -> iterations.add(iteration(iterations.size(), Phase.MEASUREMENT, ops)));
    trials.add(
        new Trial(
            trials.size(), round, round, workload, startNs, nowNs, null, iterations, failure));
    return this;
  }

  private Iteration iteration(int index, Phase phase, long operations) {
    long startNs = nowNs;
    nowNs += SECOND;
    Iteration plain =
        new Iteration(
            index, phase, startNs, nowNs, operations, null, 0, List.of(), cpuUse, Set.of());
    return Copies.with(
        plain, "counters", new IterationCounters(cpuUse, throttledNs, null, null, null));
  }
}
