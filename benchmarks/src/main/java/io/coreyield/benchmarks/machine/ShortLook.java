package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Neighbours;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor.TickType;

/**
 * A short look at what else runs on this machine. CPU time of this process is not counted, so it
 * may do something else meanwhile.
 */
public final class ShortLook {

  /** How long it lasts at least, ms: counters are in steps of 10 ms. */
  static final long LEAST_MS = 300;

  private static final double NS_PER_MS = 1e6;

  private final Oshi oshi;
  private final List<Integer> online;
  private final BitSet usable;
  private final LookMoment first;

  private ShortLook(Oshi oshi, BitSet allowed) {
    this.oshi = oshi;
    this.online = oshi.onlineCpus();
    this.usable = new BitSet();
    online.stream().filter(allowed::get).forEach(usable::set);
    this.first = read();
  }

  /** Begins to look at the logical CPUs that this process may use. */
  public static ShortLook begin(Oshi oshi) {
    BitSet all = new BitSet();
    oshi.onlineCpus().forEach(all::set);
    return begin(oshi, ThreadAffinity.allowed().orElse(all));
  }

  static ShortLook begin(Oshi oshi, BitSet allowed) {
    return new ShortLook(oshi, allowed);
  }

  /** The logical CPUs that it looks at. */
  BitSet usable() {
    return (BitSet) usable.clone();
  }

  /** What else ran since it began; waits until there was time enough to tell. */
  public Neighbours end() {
    long passedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - first.tNs());
    try {
      Thread.sleep(Math.max(0, LEAST_MS - passedMs));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return first.until(read(), ProcessHandle.current().pid());
  }

  private LookMoment read() {
    List<ProcessTimes> processes = ProcessList.read();
    long tNs = System.nanoTime();
    long[][] ticks = oshi.processor().getProcessorCpuLoadTicks();
    return new LookMoment(
        tNs,
        busyMs(ticks),
        stealMs(ticks),
        ownMs(),
        CpuFiles.ofThisMachine().flatMap(files -> files.heatStops(usable)).orElse(null),
        processes);
  }

  private @Nullable Long busyMs(long[][] ticks) {
    return sumMs(
        ticks, TickType.USER, TickType.NICE, TickType.SYSTEM, TickType.IRQ, TickType.SOFTIRQ);
  }

  /** Null where no counter is told of, for then this one is not either. */
  private @Nullable Long stealMs(long[][] ticks) {
    return LibC.LINUX ? sumMs(ticks, TickType.STEAL) : null;
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

  private static @Nullable Double ownMs() {
    return ProcessClock.self().map(use -> (use.userNs() + use.systemNs()) / NS_PER_MS).orElse(null);
  }
}
