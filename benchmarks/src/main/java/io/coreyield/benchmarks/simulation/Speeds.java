package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

  /**
   * Elements per second of each worker.
   *
   * @param cpus the logical CPU of each; several may share one
   * @param fromNs start of the stretch in which programs count, to {@code toNs}
   * @param siblings a factor on what two workers on one core do together
   */
  double[] of(Kernel kernel, List<Integer> cpus, long fromNs, long toNs, double siblings) {
    int[] workers = new int[machine.layout().logicalCpus()];
    cpus.forEach(cpu -> workers[cpu]++);
    double clock = chipClock(cpus, fromNs + (toNs - fromNs) / 2);
    double[] ofCpu = new double[workers.length];
    for (int cpu : cpus) {
      if (ofCpu[cpu] == 0) {
        double alone = machine.aloneElementsPerSecond(kernel) * clock;
        ofCpu[cpu] = alone * shareOfCore(kernel, cpu, workers, fromNs, toNs, siblings);
      }
    }
    Map<Integer, Double> throttle = throttle(kernel, ofCpu);
    double floating = shareOfHostThread(workers);
    return cpus.stream()
        .mapToDouble(cpu ->
            floating
                * ofCpu[cpu]
                / workers[cpu]
                * throttle.getOrDefault(machine.layout().numaNode(cpu), 1.0))
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
      Kernel kernel, int cpu, int[] workers, long fromNs, long toNs, double siblings) {
    int core = machine.layout().core(cpu);
    double together = (1 + machine.truth(kernel).yield()) / 2;
    double pace = 1;
    int sibling = sibling(cpu);
    if (sibling >= 0 && workers[sibling] > 0) {
      pace = together * siblings * coreTogether[core] * machine.frequency().siblingClock();
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

  /** By NUMA node, what its bandwidth leaves of what its workers could do. */
  private Map<Integer, Double> throttle(Kernel kernel, double[] ofCpu) {
    double bandwidth = machine.truth(kernel).memoryBandwidthElementsPerSecond();
    if (Double.isInfinite(bandwidth)) {
      return Map.of();
    }
    Map<Integer, Double> demand = new HashMap<>();
    IntStream.range(0, ofCpu.length)
        .forEach(cpu -> demand.merge(machine.layout().numaNode(cpu), ofCpu[cpu], Double::sum));
    demand.replaceAll((node, wanted) -> wanted > bandwidth ? bandwidth / wanted : 1);
    return demand;
  }
}
