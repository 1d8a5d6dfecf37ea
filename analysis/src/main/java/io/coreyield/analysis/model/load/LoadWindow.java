package io.coreyield.analysis.model.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the logical CPUs did between two samples, or over several such stretches. */
public final class LoadWindow {

  /** A stretch of time on the run's clock. */
  public record Stretch(long startNs, long endNs) {}

  private final List<Integer> cpuIds;
  private final double elapsedMs;
  private final long[] busyMs;
  private final long systemMs;
  private final long[] stealMs;

  private LoadWindow(
      List<Integer> cpuIds, double elapsedMs, long[] busyMs, long systemMs, long[] stealMs) {
    this.cpuIds = cpuIds;
    this.elapsedMs = elapsedMs;
    this.busyMs = busyMs;
    this.systemMs = systemMs;
    this.stealMs = stealMs;
  }

  /**
   * The stretch between the samples that enclose a window; where there is none before it or none
   * after it, the first or last one inside. Empty where there are no two samples.
   */
  public static Optional<LoadWindow> of(LoadSeries load, long startNs, long endNs) {
    int first = Math.max(load.lastAtOrBefore(startNs), 0);
    int last = Math.min(load.firstAtOrAfter(endNs), load.samples() - 1);
    boolean touches = last > first && load.timeNs(first) < endNs && load.timeNs(last) > startNs;
    return touches ? Optional.of(between(load, first, last)) : Optional.empty();
  }

  /** All of these stretches together; empty where no sample covers any. */
  public static Optional<LoadWindow> over(LoadSeries load, List<Stretch> stretches) {
    return stretches.stream()
        .flatMap(stretch -> of(load, stretch.startNs(), stretch.endNs()).stream())
        .reduce(LoadWindow::plus);
  }

  private static LoadWindow between(LoadSeries load, int first, int last) {
    long[] busyMs = new long[load.cpuIds().size()];
    long systemMs = 0;
    long[] stealMs = new long[busyMs.length];
    for (int cpu = 0; cpu < busyMs.length; cpu++) {
      CpuTimes spent = load.at(last, cpu).since(load.at(first, cpu));
      busyMs[cpu] = spent.busyMs();
      systemMs += spent.systemMs() + spent.irqMs() + spent.softirqMs();
      stealMs[cpu] = spent.stealMs();
    }
    return new LoadWindow(
        load.cpuIds(), (load.timeNs(last) - load.timeNs(first)) / 1e6, busyMs, systemMs, stealMs);
  }

  public LoadWindow plus(LoadWindow other) {
    return new LoadWindow(
        cpuIds,
        elapsedMs + other.elapsedMs,
        sums(busyMs, other.busyMs),
        systemMs + other.systemMs,
        sums(stealMs, other.stealMs));
  }

  private static long[] sums(long[] a, long[] b) {
    return IntStream.range(0, a.length).mapToLong(i -> a[i] + b[i]).toArray();
  }

  /** The length of all stretches. */
  public double elapsedMs() {
    return elapsedMs;
  }

  /** How long these logical CPUs ran anything, together; those without a sample count as idle. */
  public double busyMs(Set<Integer> cpus) {
    return sum(busyMs, cpus);
  }

  /** How much of the time each logical CPU ran anything, by its number. */
  public Map<Integer, Double> busyByCpu() {
    Map<Integer, Double> busy = new HashMap<>();
    for (int i = 0; i < busyMs.length; i++) {
      busy.put(cpuIds.get(i), busyMs[i] / elapsedMs);
    }
    return busy;
  }

  /** How many of these logical CPUs waited while the hypervisor ran something else. */
  public double stealCpus(Set<Integer> cpus) {
    return sum(stealMs, cpus) / elapsedMs;
  }

  private double sum(long[] ms, Set<Integer> cpus) {
    return IntStream.range(0, ms.length)
        .filter(i -> cpus.contains(cpuIds.get(i)))
        .mapToLong(i -> ms[i])
        .sum();
  }

  /** Logical CPUs that ran anything, on average. */
  public double busyCpus() {
    return Arrays.stream(busyMs).sum() / elapsedMs;
  }

  /** Logical CPUs that ran the kernel, on average. */
  public double systemCpus() {
    return systemMs / elapsedMs;
  }

  /** Logical CPUs that waited while the hypervisor ran something else, on average. */
  public double stealCpus() {
    return Arrays.stream(stealMs).sum() / elapsedMs;
  }

  /**
   * Load of each logical CPU in the order of the samples, 0 to 100: counters go in steps, and may
   * pass the clock by one.
   */
  public List<Double> busyPercent() {
    return Arrays.stream(busyMs).mapToObj(busy -> Math.min(100, 100 * busy / elapsedMs)).toList();
  }
}
