package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.benchmarks.campaign.plan.Machines;
import io.coreyield.benchmarks.load.LoadSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trials of a machine with four cores of two threads, in memory. */
final class MadeUp implements LoadSink {

  /** Elements a second of one worker of {@code range} alone. */
  static final double ALONE = 2e9;

  /** Core 0, and core 2 for the ceiling. */
  static final Workload.Pair PAIR =
      new Workload.Pair(new CorePair(Kernel.RANGE, ConcurrencyModel.PLATFORM, 0, 4, 2));

  final List<LoadSample> samples = new ArrayList<>();
  private final SimulatedTrials trials;
  private int number;

  /** A run of the machine with these further fields, each with its comma before it. */
  MadeUp(String fields, long seed) throws IOException, RecordingException {
    SimulatedMachine machine = machine(fields);
    trials =
        new SimulatedTrials(
            machine, machine.layout().declared(), new SimulatedClock(), seed, this, 250);
  }

  static SimulatedMachine machine(String fields) throws IOException, RecordingException {
    String text =
        """
        {"schema": "coreyield/machine/2", "cpu": "M", "packages": 1, "coresPerPackage": 4,
         "threadsPerCore": 2, "clockGHz": 2.0, "yield": 0.25%s}
        """
            .formatted(fields);
    Path file = Files.createTempFile("machine", ".json");
    try {
      return MachineFile.read(Files.writeString(file, text));
    } finally {
      Files.delete(file);
    }
  }

  static Configuration configuration(int workers, Placement placement) {
    return Copies.with(
        Machines.configuration(ConcurrencyModel.PLATFORM, workers), "placement", placement);
  }

  static Workload.Summation summation(int workers, Placement placement) {
    return new Workload.Summation(configuration(workers, placement));
  }

  static ArmWindow window(Iteration block, PairArm arm) {
    return block.windows().stream().filter(w -> w.arm() == arm).findFirst().orElseThrow();
  }

  /** The next trial; each of its iterations is one operation. */
  Trial run(Workload workload, int iterations) {
    return trials.run(workload, plan(iterations), number, number++, 0);
  }

  private static Plan plan(int iterations) {
    Plan.Blocks blocks = new Plan.Blocks(1, iterations - 1, 25);
    Plan plan = Machines.plan(List.of(configuration(1, Placement.SPREAD)));
    return Copies.with(plan, "shape", new Plan.TrialShape(1, iterations - 1, 1, blocks, false));
  }

  @Override
  public void load(LoadSample sample) {
    samples.add(sample);
  }

  @Override
  public void swap(SwapSample sample) {
    throw new AssertionError("nothing swaps");
  }
}
