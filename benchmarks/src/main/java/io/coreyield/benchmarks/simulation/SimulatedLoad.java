package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.benchmarks.load.LoadSink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts what the logical CPUs of a simulated machine do, and samples the counters at a steady
 * interval and on request, in the kernel's steps of 10 ms.
 */
final class SimulatedLoad {

  private static final long NS_PER_MS = 1_000_000;
  private static final long TICK_MS = 10;

  private final SimulatedMachine machine;
  private final SimulatedClock clock;
  private final BackgroundPrograms programs;
  private final LoadSink sink;
  private final long intervalNs;
  private final List<Integer> cpuIds;
  private final double[] userNs;
  private final double[] stealNs;
  private double pressureNs;
  private long nextSampleNs;
  private long lastSampleNs = Long.MIN_VALUE;

  SimulatedLoad(
      SimulatedMachine machine,
      SimulatedClock clock,
      BackgroundPrograms programs,
      LoadSink sink,
      int intervalMs) {
    this.machine = machine;
    this.clock = clock;
    this.programs = programs;
    this.sink = sink;
    this.intervalNs = intervalMs * NS_PER_MS;
    this.cpuIds = IntStream.range(0, machine.layout().logicalCpus()).boxed().toList();
    this.userNs = new double[cpuIds.size()];
    this.stealNs = new double[cpuIds.size()];
    this.nextSampleNs = clock.nanoTime();
  }

  /** Lets time pass in which nothing of ours runs. */
  void idle(long ns) {
    pass(ns, new double[cpuIds.size()], 0);
  }

  /**
   * Lets time pass.
   *
   * @param wanted how much of each logical CPU's time our workers want, 0 to 1
   * @param crowded in how much of the time workers of ours wait for each other's CPU, 0 to 1
   */
  void pass(long ns, double[] wanted, double crowded) {
    long endNs = clock.nanoTime() + ns;
    while (nextSampleNs <= endNs) {
      count(nextSampleNs - clock.nanoTime(), wanted, crowded);
      sample();
      nextSampleNs += intervalNs;
    }
    count(endNs - clock.nanoTime(), wanted, crowded);
  }

  private void count(long ns, double[] wanted, double crowded) {
    long fromNs = clock.nanoTime();
    clock.advance(ns);
    double nobodyWaits = 1 - crowded;
    for (int cpu = 0; ns > 0 && cpu < wanted.length; cpu++) {
      double others = programs.share(cpu, fromNs, fromNs + ns);
      nobodyWaits *= 1 - wanted[cpu] * others;
      double busyNs = ns * (others + wanted[cpu] * (1 - others));
      userNs[cpu] += busyNs * (1 - machine.stealShare());
      stealNs[cpu] += busyNs * machine.stealShare();
    }
    pressureNs += ns * (1 - nobodyWaits);
  }

  /** For how long so far a worker of ours waited for a CPU on which something else ran. */
  double pressureNs() {
    return pressureNs;
  }

  void sample() {
    long nowNs = clock.nanoTime();
    if (nowNs == lastSampleNs) {
      return;
    }
    lastSampleNs = nowNs;
    List<CpuTimes> times = new ArrayList<>(cpuIds.size());
    long totalMs = ticks((double) nowNs);
    for (int cpu = 0; cpu < cpuIds.size(); cpu++) {
      long userMs = ticks(userNs[cpu]);
      long stealMs = ticks(stealNs[cpu]);
      times.add(
          new CpuTimes(userMs, 0, 0, Math.max(0, totalMs - userMs - stealMs), 0, 0, 0, stealMs));
    }
    sink.load(new LoadSample(nowNs, cpuIds, times));
  }

  private static long ticks(double ns) {
    return TICK_MS * (long) (ns / NS_PER_MS / TICK_MS);
  }
}
