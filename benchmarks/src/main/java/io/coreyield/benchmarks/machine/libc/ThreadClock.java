package io.coreyield.benchmarks.machine.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** CPU time of the calling thread, or of the carrier of a virtual one. */
public final class ThreadClock {

  /** No answer on this platform. */
  public static final long UNKNOWN = -1;

  // CLOCK_THREAD_CPUTIME_ID in <time.h>.
  private static final int THREAD_CPUTIME = LibC.MAC ? 16 : 3;
  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final @Nullable MethodHandle CLOCK_GETTIME =
      LibC.function("clock_gettime", JAVA_INT, JAVA_INT, ADDRESS);

  private ThreadClock() {}

  /** CPU time of the platform thread since it began, ns; {@link #UNKNOWN} without an answer. */
  public static long cpuNs() {
    if (CLOCK_GETTIME == null) {
      return UNKNOWN;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timespec = arena.allocate(16, 8);
      if ((int) CLOCK_GETTIME.invokeExact(THREAD_CPUTIME, timespec) != 0) {
        return UNKNOWN;
      }
      return timespec.get(JAVA_LONG, 0) * NS_PER_SECOND + timespec.get(JAVA_LONG, 8);
    } catch (Throwable e) {
      throw LibC.broken("clock_gettime", e);
    }
  }
}
