package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.curves.TimeRow;
import io.coreyield.analysis.findings.load.IterationLoad;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** MeasuredFindings whose every value follows a formula, on a simulated machine. */
final class KnownFindings {

  private static final double YIELD = 0.25;

  private KnownFindings() {}

  /** Of the first {@code models} models, three rounds. */
  static MeasuredFindings of(int cores, int threadsPerCore, int models, Kernel... kernels) {
    return of(cores, threadsPerCore, models, 3, kernels);
  }

  static MeasuredFindings of(
      int cores, int threadsPerCore, int models, int rounds, Kernel... kernels) {
    Machine machine = SimulatedRuns.machine(cores, threadsPerCore);
    List<ConcurrencyModel> first = models(models);
    Run run = SimulatedRuns.run(machine, List.of(kernels), first, rounds, YIELD, 0.02, 20_171_226L);
    List<ScalingCurve> curves = new ArrayList<>();
    List<SmtYield> yields = new ArrayList<>();
    List<TimeRow> times = new ArrayList<>();
    for (Kernel kernel : kernels) {
      for (ConcurrencyModel model : first) {
        curves.add(curve(machine, kernel, model));
        yields.add(smtYield(machine, kernel, model));
        curves.getLast().points().forEach(point -> times.add(time(point)));
      }
    }
    return Known.findings(run, List.of(), yields, curves, times, iterationLoads(run));
  }

  /** One model of each kind first: parallel, then the global lock. */
  private static List<ConcurrencyModel> models(int count) {
    List<ConcurrencyModel> order = new ArrayList<>(Arrays.asList(ConcurrencyModel.values()));
    order.add(1, order.removeLast());
    return order.subList(0, count);
  }

  static ScalingCurve curve(Machine machine, Kernel kernel, ConcurrencyModel model) {
    List<ScalingPoint> points =
        SimulatedRuns.workerCounts(machine).stream()
            .map(workers ->
                new Configuration(
                    kernel, model, workers, kernel.defaultElements(), Scaling.WEAK, Placement.OS))
            .map(configuration -> point(machine, configuration))
            .toList();
    return Known.curve(kernel, model, Placement.OS, Scaling.WEAK, points);
  }

  private static ScalingPoint point(Machine machine, Configuration c) {
    double one = SimulatedRuns.ONE_CORE_ELEMENTS_PER_SECOND / c.kernel().zen4CyclesPerElement();
    double speedUp = speedUp(machine, c);
    return Known.point(
        c,
        3,
        around(one * speedUp),
        c.workers() == 1
            ? Estimate.withoutInterval(1, "one worker is the measure")
            : around(speedUp),
        c.workers() == 1
            ? Estimate.withoutInterval(1, "one worker is the measure")
            : around(speedUp / c.workers()));
  }

  static double speedUp(Machine machine, Configuration c) {
    if (!c.model().isParallel()) {
      return c.workers() == 1 ? 1 : 1 / 1.5;
    }
    int cores = machine.topology().physicalCores();
    double useful = Math.min(c.workers(), cores) + YIELD * Math.max(0, c.workers() - cores);
    return useful * (1 - 0.01 * rank(c.model()));
  }

  /** Each model differs a little from the one before it. */
  private static int rank(ConcurrencyModel model) {
    return Arrays.asList(ConcurrencyModel.values()).indexOf(model);
  }

  /** From 4 % below to 2 % above. */
  private static Estimate around(double value) {
    return Estimate.of(value, 0.96 * value, 1.02 * value);
  }

  private static SmtYield smtYield(Machine machine, Kernel kernel, ConcurrencyModel model) {
    Estimate estimate =
        machine.topology().hasSiblings()
            ? Estimate.of(
                YIELD - 0.05 * rank(model),
                YIELD - 0.05 * rank(model) - 0.08,
                YIELD - 0.05 * rank(model) + 0.04)
            : Estimate.unknown("no sibling pair");
    return Known.chipWide(kernel, model, estimate, 3);
  }

  private static TimeRow time(ScalingPoint point) {
    Configuration c = point.configuration();
    double real = c.elementsPerOperation() / point.elementsPerSecond().value();
    double cpu = c.model().isParallel() ? real * c.workers() : real;
    return new TimeRow(
        c,
        3,
        around(real),
        around(cpu * (c.model().isParallel() ? 0.99 : 0.6)),
        around(cpu * (c.model().isParallel() ? 0.01 : 0.4)));
  }

  private static List<IterationLoad> iterationLoads(Run run) {
    return run.trials().stream()
        .filter(Trial::succeeded)
        .flatMap(trial -> trial.measurements().stream().map(i -> iterationLoad(run, trial, i)))
        .toList();
  }

  private static IterationLoad iterationLoad(Run run, Trial trial, Iteration iteration) {
    LoadSeries load = run.load();
    int from = load.lastAtOrBefore(iteration.startNs());
    int to = load.lastAtOrBefore(iteration.endNs() + 1_000_000L);
    double busy = 0;
    for (int cpu = 0; cpu < load.cpuIds().size() && to < load.samples(); cpu++) {
      CpuTimes delta = load.at(to, cpu).since(load.at(from, cpu));
      busy += (double) delta.busyMs() / delta.totalMs();
    }
    double perSecond =
        trial
            .configuration()
            .mapToDouble(c -> c.elementsPerOperation() * 1e9 * iteration.operations())
            .findFirst()
            .orElse(Double.NaN);
    return new IterationLoad(
        trial, iteration, perSecond / iteration.durationNs(), busy, 0, 0, busy, 0, 0);
  }

  /** The same findings without any trial, sample or result. */
  static MeasuredFindings empty() {
    Run run = SimulatedRuns.quick(1, 1);
    Run nothing = new Run(run.info(), List.of(), new LoadSeries.Builder().build(), List.of());
    return Known.findings(nothing, List.of("no trial"), List.of(), List.of(), List.of(), List.of());
  }

  /** File names of figures, each with its three endings. */
  static List<String> files(String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of(name + ".svg", name + ".pdf", name + ".png"))
        .toList();
  }
}
