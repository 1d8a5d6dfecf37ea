package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.benchmarks.machine.libc.LibC;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.linux.CpuFiles;
import io.coreyield.benchmarks.machine.linux.ProcessTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor.TickType;

/**
 * Measures the background load: CPU used by other processes. CPU time of this process is not
 * counted, so that it may work meanwhile.
 */
public final class BackgroundLoadProbe {

  /** Counters are in steps of 10 ms. */
  private static final long MIN_MS = 300;

  private static final double NS_PER_MS = 1e6;

  private final Oshi oshi;
  private final List<Integer> online;
  private final BitSet usable;
  private final ProbeSnapshot first;

  BackgroundLoadProbe(Oshi oshi, BitSet allowed) {
    this.oshi = oshi;
    this.online = oshi.onlineCpus();
    this.usable = new BitSet();
    online.stream().filter(allowed::get).forEach(usable::set);
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

  private ProbeSnapshot read() {
    List<ProcessTimes> processes = LibC.LINUX ? ProcessTimes.readAll() : handles();
    long tNs = System.nanoTime();
    long[][] ticks = oshi.processor().getProcessorCpuLoadTicks();
    return new ProbeSnapshot(
        tNs,
        sumMs(ticks, TickType.USER, TickType.NICE, TickType.SYSTEM, TickType.IRQ, TickType.SOFTIRQ),
        // Other systems count no steal.
        LibC.LINUX ? sumMs(ticks, TickType.STEAL) : null,
        ProcessClock.self().map(use -> use.totalNs() / NS_PER_MS).orElse(null),
        CpuFiles.ofThisMachine().thermalThrottleCount(usable).orElse(null),
        processes);
  }

  /** Row k is the k-th online logical CPU, which need not be that of number k. */
  private @Nullable Long sumMs(long[][] ticks, TickType... types) {
    if (ticks.length < online.size()) {
      return null;
    }
    long sum = 0;
    for (int row = 0; row < online.size(); row++) {
      if (usable.get(online.get(row))) {
        long[] cpu = ticks[row];
        sum += Arrays.stream(types).mapToLong(type -> cpu[type.getIndex()]).sum();
      }
    }
    return sum;
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
