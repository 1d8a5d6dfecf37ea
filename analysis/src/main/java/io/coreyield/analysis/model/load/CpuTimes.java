package io.coreyield.analysis.model.load;

import java.util.function.IntToLongFunction;

/**
 * The counters of one logical CPU since boot, in milliseconds.
 *
 * @param userMs running user code
 * @param niceMs running user code of low priority
 * @param iowaitMs idle while a disk was waited for
 * @param irqMs serving interrupts
 * @param softirqMs serving deferred interrupts
 * @param stealMs waited while the hypervisor ran something else; {@link #NOT_COUNTED} where the
 *     system does not tell
 */
public record CpuTimes(
    long userMs,
    long niceMs,
    long systemMs,
    long idleMs,
    long iowaitMs,
    long irqMs,
    long softirqMs,
    long stealMs) {

  /** The steal of a system that does not count it. */
  public static final long NOT_COUNTED = -1;

  /** The counter of steal. */
  public static final int STEAL = 7;

  public static final CpuTimes ZERO = of(i -> 0);

  /** From counters 0 to 7, in the order of the components. */
  public static CpuTimes of(IntToLongFunction counter) {
    return new CpuTimes(
        counter.applyAsLong(0),
        counter.applyAsLong(1),
        counter.applyAsLong(2),
        counter.applyAsLong(3),
        counter.applyAsLong(4),
        counter.applyAsLong(5),
        counter.applyAsLong(6),
        counter.applyAsLong(7));
  }

  /** Time in which this machine's own code ran: steal is not among it. */
  public long busyMs() {
    return userMs + niceMs + systemMs + irqMs + softirqMs;
  }

  /** All of the time, steal included. */
  public long totalMs() {
    return busyMs() + idleMs + iowaitMs + Math.max(0, stealMs);
  }

  /**
   * What was counted since {@code earlier}. A counter that went backwards (Linux's idle and iowait
   * do) counts as 0. Steal is not counted unless both have it.
   */
  public CpuTimes since(CpuTimes earlier) {
    // Written out: millions of rows are read this way.
    return new CpuTimes(
        Math.max(0, userMs - earlier.userMs),
        Math.max(0, niceMs - earlier.niceMs),
        Math.max(0, systemMs - earlier.systemMs),
        Math.max(0, idleMs - earlier.idleMs),
        Math.max(0, iowaitMs - earlier.iowaitMs),
        Math.max(0, irqMs - earlier.irqMs),
        Math.max(0, softirqMs - earlier.softirqMs),
        isCounted(STEAL, earlier) ? Math.max(0, stealMs - earlier.stealMs) : NOT_COUNTED);
  }

  public CpuTimes plus(CpuTimes more) {
    return of(i -> isCounted(i, more) ? get(i) + more.get(i) : NOT_COUNTED);
  }

  private boolean isCounted(int index, CpuTimes other) {
    return index != STEAL || (stealMs != NOT_COUNTED && other.stealMs != NOT_COUNTED);
  }

  /** Counter {@code index}, 0 to 7, in the order of the components. */
  public long get(int index) {
    return switch (index) {
      case 0 -> userMs;
      case 1 -> niceMs;
      case 2 -> systemMs;
      case 3 -> idleMs;
      case 4 -> iowaitMs;
      case 5 -> irqMs;
      case 6 -> softirqMs;
      case 7 -> stealMs;
      default -> throw new IndexOutOfBoundsException(index);
    };
  }
}
