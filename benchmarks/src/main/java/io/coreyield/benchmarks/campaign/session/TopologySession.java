package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.model.trial.PairsRun;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.PairsCsv;
import io.coreyield.analysis.recording.PairsJson;
import io.coreyield.analysis.stats.MedianInterval;
import io.coreyield.analysis.wording.QuotaWords;
import io.coreyield.benchmarks.campaign.plan.Planner;
import io.coreyield.benchmarks.campaign.run.Deadline;
import io.coreyield.benchmarks.campaign.run.Interruption;
import io.coreyield.benchmarks.machine.BackgroundLoadProbe;
import io.coreyield.benchmarks.machine.Bursts;
import io.coreyield.benchmarks.machine.EnvironmentReader;
import io.coreyield.benchmarks.machine.FitnessCheck;
import io.coreyield.benchmarks.machine.MachineReader;
import io.coreyield.benchmarks.machine.Oshi;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.linux.CpuList;
import io.coreyield.benchmarks.terminal.Progress;
import io.coreyield.benchmarks.terminal.Screen;
import io.coreyield.benchmarks.topology.PairMeasurement;
import io.coreyield.benchmarks.topology.PairRounds;
import io.coreyield.benchmarks.topology.TopologyPlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One measurement of the topology. While it is open, Ctrl-C ends the measurement, and the process
 * waits until it is closed, so that the result can still be written.
 */
public final class TopologySession implements AutoCloseable {

  /**
   * The options of {@code topology}.
   *
   * @param cpus the logical CPUs to measure; null: all that can be used
   * @param windowMs how long each window lasts; null: what fits the budget
   */
  public record Options(Duration budget, @Nullable BitSet cpus, @Nullable Integer windowMs) {

    /** All pairs of 16 logical CPUs fit it. */
    public static final Duration DEFAULT_BUDGET = Duration.ofMinutes(2);

    /** Ctrl-C waits for the end of a window. */
    private static final int LONGEST_WINDOW_MS = 1_000;

    /** Refuses a window shorter than 5 ms or longer than 1 s. */
    public Options {
      if (windowMs != null && (windowMs < 5 || windowMs > LONGEST_WINDOW_MS)) {
        throw new IllegalArgumentException(
            "windows of %d ms are out of range: give --window 5 to %d"
                .formatted(windowMs, LONGEST_WINDOW_MS));
      }
    }
  }

  /** How a measurement ended: its directory, and what it found. */
  public record Result(Path directory, PairsRun run) {

    public boolean isInterrupted() {
      return run.state() == RunInfo.State.INTERRUPTED;
    }
  }

  private final Screen screen;
  private final Oshi oshi = Oshi.open();
  private final BackgroundLoadProbe look = BackgroundLoadProbe.begin(oshi);
  private final Machine machine = MachineReader.read(oshi);
  private final Interruption interruption = new Interruption();
  private @Nullable MachineLock turn;
  private @Nullable OutputDirectory held;

  public TopologySession(Screen screen) {
    this.screen = screen;
  }

  /** Why no pair can be measured here, in one sentence; empty if one can. */
  public Optional<String> obstacle() {
    return obstacle(machine, ThreadAffinity.isSupported());
  }

  static Optional<String> obstacle(Machine machine, boolean canPin) {
    List<Integer> usable = usable(machine.topology());
    if (usable.size() < 2) {
      return Optional.of(
          "this process may run on %s: there is no pair to measure; give it two or more"
              .formatted(
                  usable.isEmpty()
                      ? "no logical CPU that OSHI shows"
                      : "logical CPU %d only".formatted(usable.getFirst())));
    }
    if (!canPin) {
      return Optional.of("topology needs to pin threads, which this platform cannot: use Linux");
    }
    return Bursts.under(machine.quota()).areTooShort()
        ? Optional.of(
            "%s: %s; lift it to measure pairs"
                .formatted(QuotaWords.TOO_SMALL, QuotaWords.factOrNone(machine.quota())))
        : Optional.empty();
  }

  private static List<Integer> usable(Topology topology) {
    return topology.cpus().stream().filter(LogicalCpu::usable).map(LogicalCpu::id).toList();
  }

  /**
   * Measures until the answer is clear or the budget is spent. Writes {@code pairs.csv} meanwhile,
   * and {@code pairs.json} before and after.
   *
   * @throws UnusableException if the options or the directory do not serve
   * @throws IOException if a file cannot be written
   */
  public Result measure(
      Options options, OutputDirectory.Maker wanted, long seed, List<String> commandLine)
      throws UnusableException, IOException {
    List<Integer> cpus = cpus(machine.topology(), options.cpus());
    Duration measuring = options.budget().minus(Planner.FOR_THE_REPORT);
    Deadline deadline = new Deadline(System::nanoTime, ProcessClock.startNs(), measuring);
    TopologyPlan plan = plan(options, cpus, deadline, seed);
    Progress progress = new Progress(screen);
    turn = MachineLock.take(false, progress::say);
    held = wanted.make();
    Path directory = held.directory().path();
    Environment environment =
        EnvironmentReader.read(
            oshi, ManagementFactory.getRuntimeMXBean().getInputArguments(), look);
    List<Warning> warnings = FitnessCheck.check(machine, environment);
    warnings.forEach(progress::warn);
    Clock start = new Clock(Instant.now(), System.nanoTime());
    TopologyProgress shown = new TopologyProgress(progress, plan, deadline);
    PairRounds rounds = new PairRounds(plan, machine.topology(), shown.limits(interruption));
    Function<RunInfo.State, PairsRun> soFar =
        state ->
            new PairsRun(
                Versions.tool(),
                false,
                commandLine,
                start.utc(),
                start.toUtc(System.nanoTime()),
                state,
                machine,
                environment,
                rounds.found(),
                warnings);
    Path json = directory.resolve("pairs.json");
    // The second write is quick then: Ctrl-C leaves less than two seconds for it.
    PairsJson.write(json, soFar.apply(RunInfo.State.RUNNING));
    try (PairsCsv.Writer rows = PairsCsv.Writer.append(directory.resolve("pairs.csv"))) {
      rounds.run(new PairMeasurement(plan.windowMs()), rows::write);
    }
    progress.end();
    PairsRun run =
        soFar.apply(
            interruption.isRequested() ? RunInfo.State.INTERRUPTED : RunInfo.State.COMPLETE);
    PairsJson.write(json, run);
    return new Result(directory, run);
  }

  static List<Integer> cpus(Topology topology, @Nullable BitSet wanted) throws UnusableException {
    List<Integer> usable = usable(topology);
    if (wanted == null) {
      return usable;
    }
    BitSet all = new BitSet();
    usable.forEach(all::set);
    Optional<Integer> unknown = wanted.stream().boxed().filter(cpu -> !all.get(cpu)).findFirst();
    if (unknown.isPresent()) {
      throw new UnusableException(
          "logical CPU %d cannot be used by this process: give --cpus of %s"
              .formatted(unknown.get(), CpuList.format(all)));
    }
    if (wanted.cardinality() < 2) {
      throw new UnusableException("one logical CPU is no pair: give --cpus two or more");
    }
    return wanted.stream().boxed().toList();
  }

  private TopologyPlan plan(Options options, List<Integer> cpus, Deadline deadline, long seed)
      throws UnusableException {
    double forRounds = deadline.left().toMillis() / 1e3 - PairMeasurement.WARM_UP_SECONDS;
    Duration measuring = Duration.ofMillis((long) Math.max(0, forRounds * 1e3));
    TopologyPlan plan =
        TopologyPlan.of(
            machine.topology(),
            cpus,
            measuring,
            options.windowMs(),
            Bursts.under(machine.quota()),
            seed);
    double needed = MedianInterval.MIN_VALUES * plan.roundSeconds();
    if (needed > forRounds) {
      throw new UnusableException(
          "%d s are too short for the %d rounds that an answer needs: give --budget %ds or more"
              .formatted(
                  options.budget().toSeconds(),
                  MedianInterval.MIN_VALUES,
                  options.budget().toSeconds() + (long) Math.ceil(needed - forRounds + 1)));
    }
    return plan;
  }

  @Override
  public void close() {
    if (held != null) {
      held.close();
    }
    if (turn != null) {
      turn.close();
    }
    interruption.close();
  }
}
