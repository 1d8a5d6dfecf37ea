package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.benchmarks.kernel.SummationKernel;

/**
 * The effective clock of the core under the calling thread, by the {@code range} kernel: each
 * addition waits for the one before, so a core does one per cycle. It needs no privileges. The loop
 * makes it read up to 1 % low (docs/PERFORMANCE.md), which is not corrected. Not thread-safe.
 */
final class ChainClock {

  /** No piece was plausible: the thread was not on its CPU. */
  static final double UNKNOWN = Double.NaN;

  /** No busy core of a current machine has a lower clock. */
  private static final double MIN_GHZ = 0.2;

  /** 45 µs at 3 GHz: much longer than a clock reading, much shorter than a time slice. */
  private static final long PIECE_ELEMENTS = 1 << 17;

  /** 0.6 ms in all: longer than the rest of a sibling's last chunk. */
  private static final int PIECES = 14;

  private final SummationKernel chain = SummationKernel.open(Kernel.RANGE, 0);
  private long sum;

  /** A clock whose code is compiled. */
  static ChainClock openWarm() {
    ChainClock clock = new ChainClock();
    for (int call = 0; call < KernelSlot.WARM_UP_CALLS; call++) {
      clock.pieceNs(KernelSlot.WARM_UP_ELEMENTS);
    }
    return clock;
  }

  /**
   * The rate of the fastest piece in GHz, because every disturbance makes one slower, or {@link
   * #UNKNOWN}.
   *
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

  /** The rate, or {@link #UNKNOWN} if it is too low for a busy core. */
  static double plausibleGHz(long elements, long ns) {
    double gHz = (double) elements / ns;
    return gHz < MIN_GHZ ? UNKNOWN : gHz;
  }
}
