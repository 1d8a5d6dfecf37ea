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

/**
 * Where the calling thread may run, and where it does. Under a virtual thread this is the carrier.
 */
public final class ThreadAffinity {

  /** Answer where the platform does not tell. */
  public static final int UNKNOWN = -1;

  // Room for 8192 logical CPUs, more than a Linux kernel is built for today.
  private static final int MASK_BYTES = 1024;
  private static final int CALLING_THREAD = 0;
  private static final @Nullable MethodHandle SCHED_SETAFFINITY = linux("sched_setaffinity", true);
  private static final @Nullable MethodHandle SCHED_GETAFFINITY = linux("sched_getaffinity", true);
  private static final @Nullable MethodHandle SCHED_GETCPU = linux("sched_getcpu", false);

  private ThreadAffinity() {}

  private static @Nullable MethodHandle linux(String name, boolean takesMask) {
    if (!LibC.LINUX) {
      return null;
    }
    return takesMask
        ? LibC.function(name, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS)
        : LibC.function(name, JAVA_INT);
  }

  /** Whether threads can be pinned on this platform: on Linux only. */
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

  /**
   * The logical CPUs that the calling thread may run on; empty where the platform does not tell.
   */
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

  /** The logical CPU under the calling thread now; {@link #UNKNOWN} where it cannot be told. */
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
