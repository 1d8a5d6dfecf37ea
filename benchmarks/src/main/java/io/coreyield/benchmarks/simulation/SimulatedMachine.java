package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Kernel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A simulated machine, with known yields.
 *
 * @param cachesBytes capacity of one cache by level, nearest first
 * @param kernels what each kernel does that it can run; those of {@link Kernel#MAIN} at least
 * @param stealShare what a hypervisor takes of every logical CPU while that wants to run
 * @param start when every run of it starts
 */
public record SimulatedMachine(
    String cpu,
    CoreLayout layout,
    SortedMap<Integer, Long> cachesBytes,
    long memoryBytes,
    Frequency frequency,
    ForkPace pace,
    Map<Kernel, KernelTruth> kernels,
    Noise noise,
    double stealShare,
    List<BackgroundProgram> programs,
    Instant start) {

  private static final double MAX_STEAL = 0.95;

  /** Copies the collections and refuses values that are out of range. */
  public SimulatedMachine {
    cachesBytes = new TreeMap<>(cachesBytes);
    kernels = Map.copyOf(kernels);
    programs = List.copyOf(programs);
    Ranges.require(
        stealShare >= 0 && stealShare <= MAX_STEAL,
        "stealShare is %s: give 0 to %s".formatted(stealShare, MAX_STEAL));
    Ranges.require(
        cachesBytes.headMap(1).isEmpty(), "'cachesBytes' has a level below 1: give 1 or more");
    Ranges.require(memoryBytes >= 1, "memoryBytes is %d: give 1 or more".formatted(memoryBytes));
    for (Kernel kernel : Kernel.MAIN) {
      Ranges.require(kernels.containsKey(kernel), "the kernel %s has no yield".formatted(kernel));
    }
    for (BackgroundProgram program : programs) {
      Ranges.require(
          program.cpu() < layout.logicalCpus(),
          "a neighbour on logical CPU %d: the machine has 0 to %d"
              .formatted(program.cpu(), layout.logicalCpus() - 1));
    }
  }

  public KernelTruth truth(Kernel kernel) {
    return Objects.requireNonNull(kernels.get(kernel));
  }

  /** Throughput of one worker alone, without noise, steal and background programs. */
  double aloneElementsPerSecond(Kernel kernel) {
    return frequency.oneCoreGHz() * 1e9 / truth(kernel).cyclesPerElement();
  }

  /** How long one worker takes for so many elements, dispatch included, without noise and drift. */
  public double aloneOperationMs(Kernel kernel, long elements) {
    return 1e3 * elements / aloneElementsPerSecond(kernel) + SummationFork.DISPATCH_NS / 1e6;
  }

  /** What it declares, as a measured machine does. */
  public Machine machine() {
    List<Cache> caches = new ArrayList<>();
    cachesBytes.forEach(
        (level, bytes) -> caches.add(new Cache(level, level == 1 ? "data" : "unified", bytes)));
    return new Machine(
            cpu,
            "simulated",
            Math.round(frequency.oneCoreGHz() * 1e9),
            layout.declared(),
            caches,
            memoryBytes,
            null)
        .withQuota(layout.quota());
  }
}
