package io.coreyield.benchmarks.machine.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.coreyield.analysis.model.trial.CpuUse;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** CPU time of processes by {@code getrusage}, as the {@code time} command prints it. */
public final class ProcessClock {

  // RUSAGE_SELF and RUSAGE_CHILDREN in <sys/resource.h>.
  private static final int SELF = 0;
  private static final int CHILDREN = -1;
  // More than sizeof(struct rusage), which begins with ru_utime and ru_stime.
  private static final long RUSAGE_BYTES = 256;
  private static final @Nullable MethodHandle GETRUSAGE =
      LibC.function("getrusage", JAVA_INT, JAVA_INT, ADDRESS);

  private ProcessClock() {}

  /** When this process began, on {@link System#nanoTime}. */
  public static long startNs() {
    // Its start time is of the wall clock, which may be set meanwhile.
    long agoMs = ManagementFactory.getRuntimeMXBean().getUptime();
    return System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(agoMs);
  }

  /** CPU time of this process since it began; empty if unknown. */
  public static Optional<CpuUse> self() {
    return read(SELF);
  }

  /** CPU time of all ended descendants that were waited for; empty if unknown. */
  public static Optional<CpuUse> endedChildren() {
    return read(CHILDREN);
  }

  private static Optional<CpuUse> read(int who) {
    if (GETRUSAGE == null) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment usage = arena.allocate(RUSAGE_BYTES, 8);
      if ((int) GETRUSAGE.invokeExact(who, usage) != 0) {
        return Optional.empty();
      }
      return Optional.of(new CpuUse(timevalNs(usage, 0), timevalNs(usage, 16)));
    } catch (Throwable e) {
      throw LibC.broken("getrusage", e);
    }
  }

  private static long timevalNs(MemorySegment usage, long offset) {
    // tv_usec is 32 bits wide on macOS, 64 on Linux; both are little-endian and below 10^6.
    long seconds = usage.get(JAVA_LONG, offset);
    int micros = usage.get(JAVA_INT, offset + 8);
    return seconds * 1_000_000_000L + micros * 1_000L;
  }
}
