package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.benchmarks.campaign.plan.Planner;
import io.coreyield.benchmarks.load.LoadSink;
import io.coreyield.benchmarks.machine.linux.CpuList;
import io.coreyield.benchmarks.simulation.SimulatedClock;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import io.coreyield.benchmarks.simulation.SimulatedTrials;
import io.coreyield.benchmarks.simulation.SimulatedWindows;
import io.coreyield.benchmarks.topology.WindowSource;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** A simulated machine, on a clock of its own. */
public final class SimulatedMeasuredMachine implements MeasuredMachine {

  private static final String SIMULATED = "simulated";

  /** What a real campaign needs to start its JVM and to read its machine. */
  private static final long START_TAKES_NS = 1_500_000_000;

  /** A JVM takes a quarter of the memory for its heap. */
  private static final int MEMORY_PER_HEAP = 4;

  private final SimulatedMachine simulated;
  private final SimulatedClock clock = new SimulatedClock();

  public SimulatedMeasuredMachine(SimulatedMachine simulated) {
    this.simulated = simulated;
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Planner.Limits limits() {
    return new Planner.Limits(
        true, simulated.machine().memoryBytes() / MEMORY_PER_HEAP, simulated.kernels().keySet());
  }

  @Override
  public Machine machine() {
    return simulated.machine();
  }

  @Override
  public Environment environment() {
    int cpus = simulated.layout().logicalCpus();
    BitSet all = new BitSet();
    all.set(0, cpus);
    return new Environment(
        null,
        new Environment.Os(SIMULATED, SIMULATED, SIMULATED),
        new Environment.Jvm(SIMULATED, SIMULATED, SIMULATED, SIMULATED, List.of()),
        new Environment.CpuLimits(cpus, cpus, CpuList.format(all), null),
        null,
        null,
        null,
        null,
        Conditions.UNKNOWN);
  }

  @Override
  public Clock now() {
    return new Clock(simulated.start().plusNanos(clock.elapsedNs()), clock.nanoTime());
  }

  @Override
  public long startNs() {
    return clock.nanoTime() - clock.elapsedNs() - START_TAKES_NS;
  }

  @Override
  public void beginAnew() {
    throw new IllegalStateException("nothing else measures a simulated machine");
  }

  @Override
  public WindowSource windows(int windowMs, long seed) {
    return new SimulatedWindows(simulated, clock, windowMs, seed);
  }

  @Override
  public void prepare(Consumer<String> say) {
    // It has no forks.
  }

  @Override
  public TrialSource open(RunInfo info, LoadSink sink, CrashReports crashes) {
    SimulatedTrials trials =
        new SimulatedTrials(
            simulated,
            info.machine().topology(),
            clock,
            info.measured().seed(),
            sink,
            info.plan().sampleIntervalMs());
    return (workload, plan, number, round, fork, _) ->
        trials.run(workload, plan, number, round, fork);
  }
}
