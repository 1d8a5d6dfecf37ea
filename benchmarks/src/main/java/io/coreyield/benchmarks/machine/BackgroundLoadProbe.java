package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.benchmarks.machine.libc.LibC;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.linux.CpuFiles;
import io.coreyield.benchmarks.machine.linux.ProcessTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures the background load: CPU used by other processes. CPU time of this process is not
 * counted, so that it may work meanwhile.
 */
public final class BackgroundLoadProbe {

  /** Counters are in steps of 10 ms. */
  private static final long MIN_MS = 300;

  private static final double NS_PER_MS = 1e6;

  private final LoadReader load;
  private final BitSet usable;
  private final ProbeSnapshot first;

  BackgroundLoadProbe(Oshi oshi, BitSet allowed) {
    this.load = new LoadReader(oshi);
    this.usable = new BitSet();
    oshi.onlineCpus().stream().filter(allowed::get).forEach(usable::set);
    this.first = read();
  }

  /** Begins with the logical CPUs that this process may use. */
  public static BackgroundLoadProbe begin(Oshi oshi) {
    BitSet all = new BitSet();
    oshi.onlineCpus().forEach(all::set);
    return new BackgroundLoadProbe(oshi, ThreadAffinity.allowed().orElse(all));
  }

  /** The logical CPUs that it measures. */
  BitSet usable() {
    return (BitSet) usable.clone();
  }

  /** The background load since it began; waits until that was long enough. */
  public BackgroundLoad end() {
    long passedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - first.tNs());
    try {
      Thread.sleep(Math.max(0, MIN_MS - passedMs));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return first.until(read(), ProcessHandle.current().pid());
  }

  /** Why the load is not available; empty where it is. */
  Optional<String> obstacle() {
    return load.obstacle();
  }

  private ProbeSnapshot read() {
    List<ProcessTimes> processes = LibC.LINUX ? ProcessTimes.readAll() : handles();
    long tNs = System.nanoTime();
    CpuTimes times = load.read().map(this::ofUsable).orElse(null);
    return new ProbeSnapshot(
        tNs,
        times == null ? null : times.busyMs(),
        times == null || times.stealMs() == CpuTimes.NOT_COUNTED ? null : times.stealMs(),
        ProcessClock.self().map(use -> use.totalNs() / NS_PER_MS).orElse(null),
        CpuFiles.ofThisMachine().thermalThrottleCount(usable).orElse(null),
        processes);
  }

  private CpuTimes ofUsable(LoadSample sample) {
    return IntStream.range(0, sample.cpuIds().size())
        .filter(i -> usable.get(sample.cpuIds().get(i)))
        .mapToObj(sample.times()::get)
        .reduce(CpuTimes.ZERO, CpuTimes::plus);
  }

  /** The JDK's list names no program of another user on Linux, and is all there is elsewhere. */
  private static List<ProcessTimes> handles() {
    return ProcessHandle.allProcesses()
        .map(process ->
            new ProcessTimes(
                process.pid(),
                process.parent().map(ProcessHandle::pid).orElse(0L),
                process.info().command().map(c -> "" + Path.of(c).getFileName()).orElse("?"),
                process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis()))
        .toList();
  }
}
