package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.Cache;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine that does not exist, with a known truth.
 *
 * @param cpu its processor's name
 * @param layout its cores
 * @param cachesBytes capacity of one cache by level, nearest first
 * @param memoryBytes physical memory
 * @param clockGHz with one active core
 * @param turbo the clock by active cores
 * @param kernels what each kernel does
 * @param noise how figures scatter
 * @param stealShare what a hypervisor takes of every logical CPU while that wants to run
 * @param neighbours programs of others
 * @param start when every run of it starts
 */
public record SimulatedMachine(
    String cpu,
    CoreLayout layout,
    SortedMap<Integer, Long> cachesBytes,
    long memoryBytes,
    double clockGHz,
    TurboCurve turbo,
    Map<Kernel, KernelTruth> kernels,
    Noise noise,
    double stealShare,
    List<Neighbour> neighbours,
    Instant start) {

  private static final double MOST_STEAL = 0.95;
  private static final double MOST_GHZ = 100;

  /**
   * Copies the collections and checks the ranges.
   *
   * @throws IllegalArgumentException naming the value and its range
   */
  public SimulatedMachine {
    cachesBytes = new TreeMap<>(cachesBytes);
    kernels = Map.copyOf(kernels);
    neighbours = List.copyOf(neighbours);
    if (!(clockGHz > 0 && clockGHz <= MOST_GHZ)) {
      throw new IllegalArgumentException(
          "clockGHz is %s: give more than 0, at most %s".formatted(clockGHz, MOST_GHZ));
    }
    if (!(stealShare >= 0 && stealShare <= MOST_STEAL)) {
      throw new IllegalArgumentException(
          "stealShare is %s: give 0 to %s".formatted(stealShare, MOST_STEAL));
    }
    if (memoryBytes < 1) {
      throw new IllegalArgumentException(
          "memoryBytes is %d: give 1 or more".formatted(memoryBytes));
    }
    for (Kernel kernel : Kernel.values()) {
      if (!kernels.containsKey(kernel)) {
        throw new IllegalArgumentException("the kernel %s has no yield".formatted(kernel));
      }
    }
    for (Neighbour neighbour : neighbours) {
      if (neighbour.cpu() >= layout.logicalCpus()) {
        throw new IllegalArgumentException(
            "a neighbour on logical CPU %d: the machine has 0 to %d"
                .formatted(neighbour.cpu(), layout.logicalCpus() - 1));
      }
    }
  }

  /** What a kernel does on it. */
  public KernelTruth truth(Kernel kernel) {
    KernelTruth truth = kernels.get(kernel);
    if (truth == null) {
      throw new IllegalArgumentException("the kernel %s has no yield".formatted(kernel));
    }
    return truth;
  }

  /** Throughput of one worker alone, without noise, steal and neighbours. */
  double aloneElementsPerSecond(Kernel kernel) {
    return clockGHz * 1e9 / truth(kernel).cyclesPerElement();
  }

  /** The share of a logical CPU that neighbours take between two moments of its clock. */
  double neighbourShare(int cpu, long fromNs, long toNs) {
    double from = SimulatedClock.seconds(fromNs);
    double to = SimulatedClock.seconds(toNs);
    double free = 1;
    for (Neighbour neighbour : neighbours) {
      if (neighbour.cpu() == cpu) {
        free *= 1 - neighbour.shareBetween(from, to);
      }
    }
    return 1 - free;
  }

  /** The share of a logical CPU that is left to our workers between two moments. */
  double ownShare(int cpu, long fromNs, long toNs) {
    return (1 - neighbourShare(cpu, fromNs, toNs)) * (1 - stealShare);
  }

  /** What it tells of itself, as a measured machine does. */
  public Machine machine() {
    List<Cache> caches = new ArrayList<>();
    cachesBytes.forEach(
        (level, bytes) -> caches.add(new Cache(level, level == 1 ? "data" : "unified", bytes)));
    return new Machine(
        cpu, "simulated", Math.round(clockGHz * 1e9), layout.declared(), caches, memoryBytes, null);
  }
}
