package io.coreyield.benchmarks.simulation;

import static java.util.Objects.requireNonNull;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The speeds of workers that run at the same time. They share a logical CPU's time, a core's yield
 * and clock, a NUMA node's bandwidth, the chip's turbo curve and the run's drift.
 */
final class Speeds {

  private final SimulatedMachine machine;
  private static final int CORE_STREAM = -1;

  private final double[] coreSpeed;
  private final double[] coreTogether;
  private final BackgroundPrograms programs;

  /** For one run, whose seed decides the differences between the cores. */
  Speeds(SimulatedMachine machine, long seed, BackgroundPrograms programs) {
    this.machine = machine;
    this.programs = programs;
    Gaussian normal = Gaussian.of(seed, CORE_STREAM);
    double deviation = machine.noise().core();
    int cores = machine.layout().cores();
    coreSpeed = IntStream.range(0, cores).mapToDouble(_ -> normal.factor(deviation)).toArray();
    double[] logs = IntStream.range(0, cores).mapToDouble(_ -> deviation * normal.next()).toArray();
    // The geometric mean over cores is 1.
    double mean = Arrays.stream(logs).average().orElse(0);
    coreTogether = Arrays.stream(logs).map(log -> Math.exp(log - mean)).toArray();
  }

  /** Elements per second of each worker, all with one kernel; see the other method. */
  double[] of(Kernel kernel, List<Integer> cpus, long fromNs, long toNs, double siblings) {
    return of(Collections.nCopies(cpus.size(), kernel), cpus, fromNs, toNs, siblings);
  }

  /**
   * Elements per second of each worker.
   *
   * @param kernels of each worker; those on one logical CPU run the same one
   * @param cpus the logical CPU of each; several may share one
   * @param fromNs start of the stretch in which programs count, to {@code toNs}
   * @param siblings a factor on what two workers on one core do together
   */
  double[] of(List<Kernel> kernels, List<Integer> cpus, long fromNs, long toNs, double siblings) {
    int[] workers = new int[machine.layout().logicalCpus()];
    Map<Integer, Kernel> running = new HashMap<>();
    for (int worker = 0; worker < cpus.size(); worker++) {
      workers[cpus.get(worker)]++;
      running.put(cpus.get(worker), kernels.get(worker));
    }
    double clock = chipClock(cpus, fromNs + (toNs - fromNs) / 2);
    Map<Integer, Double> ofCpu = new HashMap<>();
    running.forEach((cpu, kernel) -> {
      double alone = machine.aloneElementsPerSecond(kernel) * clock;
      ofCpu.put(cpu, alone * shareOfCore(running, cpu, fromNs, toNs, siblings));
    });
    Map<Integer, Double> bandwidthUse = bandwidthUse(running, ofCpu);
    double floating = shareOfHostThread(workers);
    return cpus.stream()
        .mapToDouble(cpu ->
            floating
                * ofCpu.getOrDefault(cpu, 0.0)
                / workers[cpu]
                / throttle(running.get(cpu), cpu, bandwidthUse))
        .toArray();
  }

  /** The clock of a worker's core in GHz, without noise, while all these CPUs are busy. */
  double clockGHz(int cpu, List<Integer> cpus, long momentNs) {
    double ofCore = coreSpeed[machine.layout().core(cpu)];
    double ofSiblings = cpus.contains(sibling(cpu)) ? machine.frequency().siblingClock() : 1;
    return machine.frequency().oneCoreGHz() * chipClock(cpus, momentNs) * ofCore * ofSiblings;
  }

  /** The clock that all cores have in common, relative to that of one at the start of the run. */
  private double chipClock(List<Integer> cpus, long momentNs) {
    int activeCores = (int) cpus.stream().map(machine.layout()::core).distinct().count();
    return machine.frequency().turbo().at(activeCores)
        * machine.frequency().drift().at(SimulatedClock.seconds(momentNs));
  }

  /** What the workers on one logical CPU do, over what one alone does on a plain core. */
  private double shareOfCore(
      Map<Integer, Kernel> running, int cpu, long fromNs, long toNs, double siblings) {
    int core = machine.layout().core(cpu);
    Kernel kernel = requireNonNull(running.get(cpu));
    double together = machine.truth(kernel).besideItself();
    double pace = 1;
    int sibling = sibling(cpu);
    Kernel beside = running.get(sibling);
    if (beside != null) {
      double both = beside == kernel ? together : machine.truth(kernel).beside(beside);
      pace = both * siblings * coreTogether[core] * machine.frequency().siblingClock();
    } else if (sibling >= 0) {
      double busy = programs.share(sibling, fromNs, toNs);
      pace = 1 - busy + busy * together;
    }
    return programs.ownShare(cpu, fromNs, toNs) * coreSpeed[core] * pace;
  }

  /** The share of a hardware thread that each busy logical CPU gets of the host. */
  private double shareOfHostThread(int[] workers) {
    long busy = Arrays.stream(workers).filter(count -> count > 0).count();
    return Math.min(1, machine.layout().hostThreads() / (double) busy);
  }

  /** The other logical CPU of its core; -1 if there is none. */
  private int sibling(int cpu) {
    CoreLayout layout = machine.layout();
    if (layout.threadsPerCore() == 1) {
      return -1;
    }
    return switch (layout.numbering()) {
      case CORES_FIRST -> (cpu + layout.cores()) % layout.logicalCpus();
      case ADJACENT -> cpu ^ 1;
    };
  }

  /** By NUMA node, what the workers on it want of its bandwidth; above 1 where it is too little. */
  private Map<Integer, Double> bandwidthUse(
      Map<Integer, Kernel> running, Map<Integer, Double> ofCpu) {
    Map<Integer, Double> use = new HashMap<>();
    running.forEach((cpu, kernel) ->
        use.merge(
            machine.layout().numaNode(cpu),
            ofCpu.getOrDefault(cpu, 0.0) / machine.truth(kernel).memoryBandwidthElementsPerSecond(),
            Double::sum));
    return use;
  }

  /** By how much the bandwidth of its node slows a worker: 1 and more. */
  private double throttle(@Nullable Kernel kernel, int cpu, Map<Integer, Double> bandwidthUse) {
    boolean isBound =
        kernel != null && Double.isFinite(machine.truth(kernel).memoryBandwidthElementsPerSecond());
    return isBound
        ? Math.max(1, bandwidthUse.getOrDefault(machine.layout().numaNode(cpu), 1.0))
        : 1;
  }
}
