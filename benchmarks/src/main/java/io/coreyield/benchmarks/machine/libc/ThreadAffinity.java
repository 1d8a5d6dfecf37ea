package io.coreyield.benchmarks.machine.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The logical CPUs of the calling thread; for a virtual thread, of its carrier. Linux only. */
public final class ThreadAffinity {

  /** No answer on this platform. */
  public static final int UNKNOWN = -1;

  // Room for 8192 logical CPUs, the most that Linux supports.
  private static final int MASK_BYTES = 1024;
  private static final int CALLING_THREAD = 0;
  private static final @Nullable MethodHandle SCHED_SETAFFINITY =
      LibC.function("sched_setaffinity", JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
  private static final @Nullable MethodHandle SCHED_GETAFFINITY =
      LibC.function("sched_getaffinity", JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
  private static final @Nullable MethodHandle SCHED_GETCPU =
      LibC.function("sched_getcpu", JAVA_INT);

  private ThreadAffinity() {}

  /** Whether threads can be pinned on this platform. */
  public static boolean isSupported() {
    return SCHED_SETAFFINITY != null;
  }

  /**
   * Lets the calling thread run on one logical CPU only.
   *
   * @throws IllegalStateException if the operating system refuses
   */
  public static void pin(int cpu) {
    BitSet only = new BitSet();
    only.set(cpu);
    restrict(only);
  }

  /**
   * Lets the calling thread run on these logical CPUs only.
   *
   * @throws IllegalStateException if the operating system refuses, or the platform has no pinning
   */
  public static void restrict(BitSet cpus) {
    if (SCHED_SETAFFINITY == null) {
      throw new IllegalStateException("this platform cannot pin threads: use --placements os");
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(MASK_BYTES, 8);
      byte[] bits = cpus.toByteArray();
      MemorySegment.copy(bits, 0, mask, JAVA_BYTE, 0, Math.min(bits.length, MASK_BYTES));
      if ((int) SCHED_SETAFFINITY.invokeExact(CALLING_THREAD, (long) MASK_BYTES, mask) != 0) {
        throw new IllegalStateException(
            "logical CPU %s cannot be used by this process: it is offline or outside its cpuset"
                .formatted(cpus));
      }
    } catch (IllegalStateException e) {
      throw e;
    } catch (Throwable e) {
      throw LibC.broken("sched_setaffinity", e);
    }
  }

  /** The logical CPUs that the calling thread may run on; empty if unknown. */
  public static Optional<BitSet> allowed() {
    if (SCHED_GETAFFINITY == null) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(MASK_BYTES, 8);
      if ((int) SCHED_GETAFFINITY.invokeExact(CALLING_THREAD, (long) MASK_BYTES, mask) < 0) {
        return Optional.empty();
      }
      return Optional.of(BitSet.valueOf(mask.toArray(JAVA_BYTE)));
    } catch (Throwable e) {
      throw LibC.broken("sched_getaffinity", e);
    }
  }

  /** The logical CPU that the calling thread is on; {@link #UNKNOWN} without an answer. */
  public static int currentCpu() {
    if (SCHED_GETCPU == null) {
      return UNKNOWN;
    }
    try {
      return (int) SCHED_GETCPU.invokeExact();
    } catch (Throwable e) {
      throw LibC.broken("sched_getcpu", e);
    }
  }
}
