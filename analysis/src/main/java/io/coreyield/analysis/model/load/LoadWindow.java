package io.coreyield.analysis.model.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What the logical CPUs did between two samples, or over several such stretches. */
public final class LoadWindow {

  /** A stretch of time on the run's clock. */
  public record Stretch(long startNs, long endNs) {}

  private final List<Integer> cpuIds;
  private final double elapsedMs;
  private final long[] busyMs;
  private final long systemMs;
  private final double[] stealMs;

  private LoadWindow(
      List<Integer> cpuIds, double elapsedMs, long[] busyMs, long systemMs, double[] stealMs) {
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
    double[] stealMs = new double[busyMs.length];
    for (int cpu = 0; cpu < busyMs.length; cpu++) {
      CpuTimes spent = load.at(last, cpu).since(load.at(first, cpu));
      busyMs[cpu] = spent.busyMs();
      systemMs += spent.systemMs() + spent.irqMs() + spent.softirqMs();
      stealMs[cpu] = spent.stealMs() == CpuTimes.NOT_COUNTED ? Double.NaN : spent.stealMs();
    }
    return new LoadWindow(
        load.cpuIds(), (load.timeNs(last) - load.timeNs(first)) / 1e6, busyMs, systemMs, stealMs);
  }

  public LoadWindow plus(LoadWindow other) {
    return new LoadWindow(
        cpuIds,
        elapsedMs + other.elapsedMs,
        IntStream.range(0, busyMs.length).mapToLong(i -> busyMs[i] + other.busyMs[i]).toArray(),
        systemMs + other.systemMs,
        IntStream.range(0, stealMs.length)
            .mapToDouble(i -> stealMs[i] + other.stealMs[i])
            .toArray());
  }

  /** The length of all stretches. */
  public double elapsedMs() {
    return elapsedMs;
  }

  /** How long these logical CPUs ran anything, together; those without a sample count as idle. */
  public double busyMs(Set<Integer> cpus) {
    return sum(i -> busyMs[i], cpus);
  }

  /** How much of the time each logical CPU ran anything, by its number. */
  public Map<Integer, Double> busyByCpu() {
    Map<Integer, Double> busy = new HashMap<>();
    for (int i = 0; i < busyMs.length; i++) {
      busy.put(cpuIds.get(i), busyMs[i] / elapsedMs);
    }
    return busy;
  }

  /**
   * How many of these logical CPUs waited while the hypervisor ran something else; NaN where that
   * is not counted.
   */
  public double stealCpus(Set<Integer> cpus) {
    return sum(i -> stealMs[i], cpus) / elapsedMs;
  }

  private double sum(IntToDoubleFunction ms, Set<Integer> cpus) {
    return IntStream.range(0, cpuIds.size())
        .filter(i -> cpus.contains(cpuIds.get(i)))
        .mapToDouble(ms)
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

  /** The same of all logical CPUs, on average. */
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
