package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.LoadWindow;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What disturbed single iterations: the arithmetic behind {@link Ledger}. */
final class Disturbances {

  /** The step of load counters; each logical CPU is off by about one. */
  private static final double TICK_MS = 10;

  /** Arms in which only the first core works. */
  private static final Set<PairArm> ON_FIRST_CORE =
      EnumSet.of(PairArm.FIRST, PairArm.SECOND, PairArm.SAME);

  /** What a quota does to workers that want more than it allows: the truth about the machine. */
  private static final Set<Taint> BY_QUOTA =
      EnumSet.of(Taint.OFF_CPU, Taint.THROTTLED, Taint.PRESSURE);

  /** On a machine that is too busy for its workers, the sampler comes late by less. */
  private static final long MIN_STOP_MS = 2_000;

  private static final int MIN_STOP_INTERVALS = 8;

  private final Machine machine;
  private final Topology topology;
  private final List<List<LogicalCpu>> cores;
  private final LoadSeries load;
  private final long minStopNs;

  Disturbances(Machine machine, LoadSeries load, int sampleIntervalMs) {
    this.machine = machine;
    this.topology = machine.topology();
    this.cores = topology.cores();
    this.load = load;
    this.minStopNs =
        1_000_000L * Math.max(MIN_STOP_MS, (long) MIN_STOP_INTERVALS * sampleIntervalMs);
  }

  /** What disturbed an iteration of a trial that has workers. */
  LedgerEntry of(Trial trial, Iteration iteration) {
    Optional<LoadWindow> window = LoadWindow.of(load, iteration.startNs(), iteration.endNs());
    Set<Integer> worked = workedOn(trial.workload(), iteration);
    double onCpu = onCpuShare(trial.workload(), iteration);
    double steal = window.map(w -> w.stealCpus(worked) / worked.size()).orElse(Double.NaN);
    double throttled = share(iteration.counters().throttledNs(), iteration);
    double migrations = migrationsPerOperation(trial.workload(), iteration);
    double background = window.map(w -> backgroundCpus(w, worked, iteration)).orElse(Double.NaN);
    double clock = clockSpread(iteration);
    double pressure = pressureShare(trial.workload(), iteration);
    EnumSet<Taint> taints = EnumSet.noneOf(Taint.class);
    taints.addAll(iteration.taints());
    // A figure that is not known, NaN, passes no threshold.
    add(taints, Taint.OFF_CPU, onCpu < Taint.OFF_CPU.threshold());
    add(taints, Taint.STEAL, steal > Taint.STEAL.threshold());
    add(taints, Taint.THROTTLED, throttled > Taint.THROTTLED.threshold());
    add(taints, Taint.MIGRATED, migrations > Taint.MIGRATED.threshold());
    add(taints, Taint.BACKGROUND_LOAD, background > Taint.BACKGROUND_LOAD.threshold());
    add(taints, Taint.FREQUENCY, clock > Taint.FREQUENCY.threshold());
    add(taints, Taint.PRESSURE, pressure > Taint.PRESSURE.threshold());
    if (trial.workload().summation().filter(c -> c.exceedsQuotaOf(machine)).isPresent()) {
      taints.removeAll(BY_QUOTA);
    }
    add(taints, Taint.OFF_CPU, wasStopped(iteration));
    return new LedgerEntry(
        trial, iteration, onCpu, steal, throttled, migrations, background, clock, pressure, taints);
  }

  private static void add(Set<Taint> taints, Taint taint, boolean passed) {
    if (passed) {
      taints.add(taint);
    }
  }

  private Set<Integer> workedOn(Workload workload, Iteration iteration) {
    return workload
        .onCore()
        .map(pair ->
            Stream.of(pair.first(), pair.second(), pair.other())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()))
        .or(() -> workload.summation().map(c -> workedOn(c, iteration)))
        .orElse(Set.of());
  }

  private Set<Integer> workedOn(Configuration configuration, Iteration iteration) {
    Set<Integer> seen =
        iteration.workers().stream()
            .flatMap(worker -> Stream.of(worker.firstCpu(), worker.lastCpu()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (configuration.placement() != Placement.OS && !seen.isEmpty()) {
      return seen;
    }
    Set<Integer> usable =
        topology.cpus().stream()
            .filter(LogicalCpu::usable)
            .map(LogicalCpu::id)
            .collect(Collectors.toSet());
    return usable.isEmpty() ? Set.copyOf(load.cpuIds()) : usable;
  }

  /** Without workers that share a logical CPU or a lock: these wait for each other by design. */
  private double onCpuShare(Workload workload, Iteration iteration) {
    DoubleStream windows =
        iteration.windows().stream()
            .filter(window -> window.arm() != PairArm.SAME)
            .flatMap(window -> window.workers().stream())
            .mapToDouble(WindowWorker::onCpuShare);
    DoubleStream workers =
        hasCpuPerWorker(workload)
            ? iteration.workers().stream().mapToDouble(WorkerTime::onCpuShare)
            : DoubleStream.empty();
    return DoubleStream.concat(windows, workers)
        .filter(share -> !Double.isNaN(share))
        .min()
        .orElse(Double.NaN);
  }

  private boolean hasCpuPerWorker(Workload workload) {
    return workload.summation().map(this::hasCpuPerWorker).orElse(false);
  }

  private boolean hasCpuPerWorker(Configuration c) {
    long usable = topology.cpus().stream().filter(LogicalCpu::usable).count();
    boolean alone = c.placement() != Placement.SAME || c.workers() == 1;
    return c.model().isParallel() && alone && c.workers() <= usable;
  }

  /**
   * Whether nothing ran for a while, not even the sampler of the load: the machine slept, its
   * hypervisor paused it, or a user stopped all processes.
   */
  private boolean wasStopped(Iteration iteration) {
    return load.longestGapNs(iteration.startNs(), iteration.endNs()) > minStopNs;
  }

  private static double share(@Nullable Long ns, Iteration iteration) {
    return ns == null ? Double.NaN : (double) ns / iteration.durationNs();
  }

  /**
   * Only of unpinned threads and processes: virtual threads and tasks change carriers by design.
   */
  private static double migrationsPerOperation(Workload workload, Iteration iteration) {
    return workload.summation().map(Disturbances::isMovedBySchedulerOnly).orElse(false)
        ? iteration.workers().stream()
            .mapToDouble(worker -> (double) worker.migrations() / iteration.operations())
            .max()
            .orElse(Double.NaN)
        : Double.NaN;
  }

  private static boolean isMovedBySchedulerOnly(Configuration c) {
    return c.placement() == Placement.OS
        && (c.model() == ConcurrencyModel.PLATFORM || c.model() == ConcurrencyModel.PROCESS);
  }

  /**
   * CPU time of other processes, at least: the busy time of the logical CPUs and their siblings,
   * less all CPU time of our own processes and less the possible rounding.
   */
  private double backgroundCpus(LoadWindow window, Set<Integer> worked, Iteration iteration) {
    CpuUse own = iteration.cpuUse();
    Long host = iteration.counters().hostCpuNs();
    if (own == null) {
      return Double.NaN;
    }
    Set<Integer> near = withSiblings(worked);
    double ownMs = (own.totalNs() + (host == null ? 0 : host)) / 1e6;
    double roundingMs = TICK_MS * Math.sqrt(near.size());
    return Math.max(0, window.busyMs(near) - ownMs - roundingMs) / window.elapsedMs();
  }

  private Set<Integer> withSiblings(Set<Integer> worked) {
    Set<Integer> near = new TreeSet<>(worked);
    for (List<LogicalCpu> core : cores) {
      if (core.stream().anyMatch(cpu -> worked.contains(cpu.id()))) {
        core.forEach(cpu -> near.add(cpu.id()));
      }
    }
    return near;
  }

  private static double clockSpread(Iteration block) {
    DoubleSummaryStatistics clocks =
        block.windows().stream()
            .filter(window -> ON_FIRST_CORE.contains(window.arm()))
            .map(ArmWindow::workers)
            .flatMap(List::stream)
            .map(WindowWorker::clockGHz)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    return clocks.getCount() < 2 ? Double.NaN : clocks.getMax() / clocks.getMin() - 1;
  }

  /** Without the waits that our own workers cause when they share a logical CPU. */
  private double pressureShare(Workload workload, Iteration iteration) {
    Long pressureNs = iteration.counters().pressureNs();
    if (pressureNs == null || (iteration.windows().isEmpty() && !hasCpuPerWorker(workload))) {
      return Double.NaN;
    }
    long meantNs =
        iteration.windows().stream()
            .filter(window -> window.arm() == PairArm.SAME)
            .mapToLong(window -> window.endNs() - window.startNs())
            .sum();
    // The counters cover a little more time than the operations.
    return Math.clamp((double) (pressureNs - meantNs) / iteration.durationNs(), 0, 1);
  }
}
