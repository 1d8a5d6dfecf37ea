package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.benchmarks.load.IterationRecorder;
import io.coreyield.benchmarks.machine.PlacementOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A fork that sums with all its workers at once. */
final class SummationFork implements SimulatedTrials.Fork {

  /** What starting and joining cost, as seen on Linux. */
  static final int DISPATCH_NS = 14_000;

  private static final int VIRTUAL_DISPATCH_NS = 29_000;

  private final SimulatedTrials.MachineRun run;
  private final SimulatedClock clock;
  private final SimulatedLoad load;
  private final ForkNoise noise;
  private final Configuration configuration;
  private final long bornNs;
  private final List<Integer> cpus;
  private double luckOfIteration = 1;

  SummationFork(SimulatedTrials.MachineRun run, ForkNoise noise, Configuration configuration) {
    this.run = run;
    this.clock = run.clock();
    this.load = run.load();
    this.bornNs = clock.nanoTime();
    this.noise = noise;
    this.configuration = configuration;
    // An ideal scheduler spreads workers over the declared cores first.
    Placement placement =
        configuration.placement() == Placement.OS ? Placement.SPREAD : configuration.placement();
    this.cpus = PlacementOrder.of(placement, run.topology(), configuration.workers());
  }

  @Override
  public IterationRecorder recorder() {
    boolean ownCpuEach = Set.copyOf(cpus).size() == cpus.size();
    return new IterationRecorder(
        cpus.size(), List.of(), configuration.model().isParallel() && ownCpuEach);
  }

  @Override
  public void begin() {
    luckOfIteration = noise.next();
  }

  @Override
  public long operation(IterationRecorder recorder) {
    long startNs = clock.nanoTime();
    double luck = luckOfIteration * noise.operation() * run.machine().pace().at(startNs - bornNs);
    double[] spansNs =
        configuration.model().isParallel()
            ? spansAtOnce(startNs, luck)
            : spansInTurn(startNs, luck);
    int busyCpus = configuration.busyCpus(run.machine().layout().logicalCpus());
    double unstopped = run.quota().share(busyCpus);
    Arrays.setAll(spansNs, worker -> spansNs[worker] / unstopped);
    double slowestNs = Arrays.stream(spansNs).max().orElseThrow();
    long dispatchNs =
        configuration.model() == ConcurrencyModel.VIRTUAL ? VIRTUAL_DISPATCH_NS : DISPATCH_NS;
    double durationNs = slowestNs + dispatchNs;
    load.pass(
        Math.round(slowestNs) + dispatchNs,
        wanted(spansNs, durationNs, unstopped),
        crowded() ? slowestNs / durationNs : 0);
    run.quota().pass(slowestNs, busyCpus);
    recorder.operation(startNs, clock.nanoTime());
    recorder.dispatch(dispatchNs);
    long totalNs = 0;
    for (int worker = 0; worker < spansNs.length; worker++) {
      int cpu = cpus.get(worker);
      long spanNs = Math.round(spansNs[worker]);
      double share =
          run.programs().ownShare(cpu, startNs, startNs + Math.max(1, spanNs)) / turns(cpu);
      long cpuNs = Math.round(spansNs[worker] * share * unstopped);
      recorder.worker(worker, spanNs, cpuNs, cpu, cpu);
      totalNs += cpuNs;
    }
    return totalNs;
  }

  /** How long each worker takes when all run at the same time. */
  private double[] spansAtOnce(long startNs, double luck) {
    double[] elements = new double[cpus.size()];
    Arrays.setAll(elements, w -> configuration.to(w) - configuration.from(w));
    return spansNs(cpus, elements, startNs, luck);
  }

  /** Under a global lock one works while all others wait. */
  private double[] spansInTurn(long startNs, double luck) {
    double[] all = {configuration.elementsPerOperation()};
    double[] spansNs = new double[cpus.size()];
    Arrays.fill(spansNs, spansNs(cpus.subList(0, 1), all, startNs, luck)[0]);
    return spansNs;
  }

  /** How long each takes for its elements, at a speed that changes when a program does. */
  private double[] spansNs(List<Integer> cpus, double[] elements, long startNs, double luck) {
    double[] spansNs = new double[elements.length];
    Arrays.fill(spansNs, Double.NaN);
    long fromNs = startNs;
    while (Arrays.stream(spansNs).anyMatch(Double::isNaN)) {
      double[] rates = rates(cpus, fromNs);
      long untilNs = run.programs().nextChangeNs(fromNs);
      for (int worker = 0; worker < rates.length; worker++) {
        double perSecond = rates[worker] * luck;
        double leftNs = elements[worker] / perSecond * 1e9;
        if (Double.isNaN(spansNs[worker]) && leftNs <= untilNs - fromNs) {
          spansNs[worker] = fromNs - startNs + leftNs;
        }
        elements[worker] -= perSecond * (untilNs - fromNs) / 1e9;
      }
      fromNs = untilNs;
    }
    return spansNs;
  }

  private double[] rates(List<Integer> cpus, long momentNs) {
    double[] rates =
        run.speeds().of(configuration.kernel(), cpus, momentNs, momentNs + 1, noise.siblings());
    if (configuration.placement() == Placement.OS) {
      // The scheduler moves workers until each has had the same share.
      Arrays.fill(rates, Arrays.stream(rates).sum() / rates.length);
    }
    return rates;
  }

  /** How many workers take turns with one of them on that logical CPU, itself included. */
  private int turns(int cpu) {
    return configuration.model().isParallel() ? Collections.frequency(cpus, cpu) : cpus.size();
  }

  /** Whether workers wait for each other's CPU, rather than for a lock. */
  private boolean crowded() {
    return configuration.model().isParallel() && cpus.stream().anyMatch(cpu -> turns(cpu) > 1);
  }

  private double[] wanted(double[] spansNs, double durationNs, double unstopped) {
    double[] wanted = new double[run.machine().layout().logicalCpus()];
    for (int worker = 0; worker < spansNs.length; worker++) {
      int cpu = cpus.get(worker);
      wanted[cpu] =
          Math.min(1, wanted[cpu] + spansNs[worker] * unstopped / turns(cpu) / durationNs);
    }
    return wanted;
  }
}
