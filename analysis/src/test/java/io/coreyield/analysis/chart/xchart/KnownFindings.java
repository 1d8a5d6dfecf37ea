package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Findings of simulated runs. */
final class KnownFindings {

  private KnownFindings() {}

  /** Of the first {@code models} models, three rounds. */
  static MeasuredFindings of(int cores, int threadsPerCore, int models, Kernel... kernels) {
    return of(cores, threadsPerCore, models, 3, kernels);
  }

  static MeasuredFindings of(
      int cores, int threadsPerCore, int models, int rounds, Kernel... kernels) {
    Machine machine = SimulatedRuns.machine(cores, threadsPerCore);
    // One model of each kind first: parallel, then the global lock.
    List<ConcurrencyModel> order = new ArrayList<>(Arrays.asList(ConcurrencyModel.values()));
    order.add(1, order.removeLast());
    return MeasuredFindings.of(
        SimulatedRuns.run(
            machine, List.of(kernels), order.subList(0, models), rounds, 0.25, 0.02, 20_171_226L));
  }

  /** The same findings without any trial, sample or result. */
  static MeasuredFindings empty() {
    RunInfo info = SimulatedRuns.quick(1, 1).info();
    return MeasuredFindings.of(
        new Run(info, List.of(), new LoadSeries.Builder().build(), List.of()));
  }

  /** File names of figures, each with its three endings. */
  static List<String> files(String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of(name + ".svg", name + ".pdf", name + ".png"))
        .toList();
  }
}
