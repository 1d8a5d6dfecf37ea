package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Trial;
import java.util.List;
import java.util.Set;

/** Machines that do not exist, and what could run on them. */
public final class Machines {

  /** One that says only what it must. */
  public static final Environment ENVIRONMENT =
      new Environment(
          null,
          new Environment.Os("os", "6", "amd64"),
          new Environment.Jvm("25", "vm", "1", "java", List.of()),
          new Environment.CpuLimits(4, 4, "0-1", null),
          null,
          null,
          null,
          null,
          Conditions.UNKNOWN);

  private Machines() {}

  public static Machine machine(int cores) {
    return machine(Topologies.of(cores, 1));
  }

  public static Machine machine(Topology topology) {
    return new Machine(
        "CPU of %d".formatted(topology.logicalCpus()),
        "V",
        null,
        topology,
        List.of(new Cache(1, "data", 32 << 10), new Cache(3, "unified", 32 << 20)),
        1L << 40,
        null);
  }

  public static Planner.Limits limits(boolean canPin) {
    return new Planner.Limits(canPin, 1L << 38);
  }

  public static Configuration configuration(ConcurrencyModel model, int workers) {
    return new Configuration(
        Kernel.RANGE, model, workers, Kernel.RANGE.defaultElements(), Scaling.WEAK, Placement.OS);
  }

  public static Plan plan(List<Configuration> configurations) {
    return plan(configurations, List.of());
  }

  public static Plan plan(List<Configuration> configurations, List<CorePair> pairs) {
    return new Plan(
        configurations,
        pairs,
        2,
        null,
        List.of(),
        new Plan.Stopping(3, 60.0, null),
        new Plan.TrialShape(2, 3, 250, new Plan.Blocks(1, 4, 25), false),
        new ArraySizes(8 << 10, 64 << 20, 64 << 20),
        250);
  }

  /** One that gave a result in so long. */
  public static Trial trial(int number, Workload workload, double seconds) {
    Iteration iteration =
        new Iteration(0, Phase.MEASUREMENT, 0, 1, 1, 1.0, 0, List.of(), null, Set.of());
    return new Trial(
        number, 0, 0, workload, 0, (long) (seconds * 1e9), null, List.of(iteration), null);
  }

  /** One that failed after so long. */
  public static Trial failed(int number, Workload workload, double seconds) {
    return new Trial(number, 0, 0, workload, 0, (long) (seconds * 1e9), null, List.of(), "made up");
  }
}
