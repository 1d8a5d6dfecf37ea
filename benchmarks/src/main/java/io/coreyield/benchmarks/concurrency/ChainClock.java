package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.benchmarks.kernel.SummationKernel;

/**
 * The effective clock of the core under the calling thread, by the {@code range} kernel: each of
 * its additions waits for the one before, so that a core does one a cycle. No privileges are
 * needed. The loop around the additions makes it read up to 1 % low (docs/PERFORMANCE.md), always
 * in the same way; that is not corrected. Not thread-safe.
 */
final class ChainClock {

  /** Answer where no piece was plausible: the thread was not on its CPU. */
  static final double UNKNOWN = Double.NaN;

  /** No core that is at work on a machine of today is clocked lower. */
  private static final double LEAST_GHZ = 0.2;

  /** Some 45 µs at 3 GHz: long against a reading of the time, short against a time slice. */
  private static final long PIECE_ELEMENTS = 1 << 17;

  /** Some 0.6 ms: longer than what a sibling has left of its last chunk. */
  private static final int PIECES = 14;

  private final SummationKernel chain = SummationKernel.open(Kernel.RANGE, 0);
  private long sum;

  /** A clock that is compiled, as {@link KernelSlot#openWarm} makes a kernel. */
  static ChainClock openWarm() {
    ChainClock clock = new ChainClock();
    for (int call = 0; call < KernelSlot.WARM_UP_CALLS; call++) {
      clock.pieceNs(KernelSlot.WARM_UP_ELEMENTS);
    }
    return clock;
  }

  /**
   * Reads the clock: the rate of the fastest of some pieces, for whatever came between made a piece
   * slower.
   *
   * @return GHz, or {@link #UNKNOWN}
   * @throws WorkerFailedException if a sum is wrong
   */
  double readGHz() {
    sum = 0;
    long fastestNs = Long.MAX_VALUE;
    for (int piece = 0; piece < PIECES; piece++) {
      fastestNs = Math.min(fastestNs, pieceNs(PIECE_ELEMENTS));
    }
    long expected = PIECES * Kernel.sumOfRange(0, PIECE_ELEMENTS);
    if (sum != expected) {
      throw WorkerFailedException.wrongSum("the clock summed its pieces", sum, expected);
    }
    return plausibleGHz(PIECE_ELEMENTS, fastestNs);
  }

  private long pieceNs(long elements) {
    long startNs = System.nanoTime();
    long piece = chain.sum(0, elements);
    long ns = System.nanoTime() - startNs;
    sum += piece;
    return ns;
  }

  /** The rate, or {@link #UNKNOWN} where it is too low for a core at work. */
  static double plausibleGHz(long elements, long ns) {
    double gHz = (double) elements / ns;
    return gHz < LEAST_GHZ ? UNKNOWN : gHz;
  }
}
