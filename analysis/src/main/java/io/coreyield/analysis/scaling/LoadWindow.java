package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.CpuTimes;
import io.coreyield.analysis.model.LoadSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the logical CPUs did between two samples, or over several such stretches. */
public final class LoadWindow {

  /**
   * A stretch of time on the run's clock.
   *
   * @param startNs its start
   * @param endNs its end
   */
  public record Stretch(long startNs, long endNs) {}

  private final double elapsedMs;
  private final long[] busyMs;
  private final long systemMs;
  private final long stealMs;

  private LoadWindow(double elapsedMs, long[] busyMs, long systemMs, long stealMs) {
    this.elapsedMs = elapsedMs;
    this.busyMs = busyMs;
    this.systemMs = systemMs;
    this.stealMs = stealMs;
  }

  /**
   * The stretch between the samples that enclose a window; where there is none before it or none
   * after it, the first or last one inside. Empty where there are no two samples.
   */
  static Optional<LoadWindow> of(LoadSeries load, long startNs, long endNs) {
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
    long stealMs = 0;
    for (int cpu = 0; cpu < busyMs.length; cpu++) {
      CpuTimes spent = load.at(last, cpu).since(load.at(first, cpu));
      busyMs[cpu] = spent.busyMs();
      systemMs += spent.systemMs() + spent.irqMs() + spent.softirqMs();
      stealMs += spent.stealMs();
    }
    return new LoadWindow(
        (load.timeNs(last) - load.timeNs(first)) / 1e6, busyMs, systemMs, stealMs);
  }

  /** Both stretches together. */
  LoadWindow plus(LoadWindow other) {
    return new LoadWindow(
        elapsedMs + other.elapsedMs,
        IntStream.range(0, busyMs.length).mapToLong(i -> busyMs[i] + other.busyMs[i]).toArray(),
        systemMs + other.systemMs,
        stealMs + other.stealMs);
  }

  /** Logical CPUs that ran anything, on average. */
  public double busyCpus() {
    return Arrays.stream(busyMs).sum() / elapsedMs;
  }

  /** Logical CPUs that ran the kernel, on average. */
  public double systemCpus() {
    return systemMs / elapsedMs;
  }

  /** Logical CPUs that wanted to run while the hypervisor ran something else, on average. */
  public double stealCpus() {
    return stealMs / elapsedMs;
  }

  /**
   * Load of each logical CPU in the order of the samples, 0 to 100: counters go in steps, and may
   * pass the clock by one.
   */
  public List<Double> busyPercent() {
    return Arrays.stream(busyMs).mapToObj(busy -> Math.min(100, 100 * busy / elapsedMs)).toList();
  }
}
