package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.benchmarks.kernel.SummationKernel;
import org.jspecify.annotations.Nullable;

/**
 * The kernel of one worker, opened by the worker's own thread, so that its array lies on that
 * thread's memory node. Not thread-safe: one worker uses it at a time.
 */
final class KernelSlot {

  /** More calls than C2 waits for, so that all windows run compiled code. */
  static final int WARM_UP_CALLS = 2_000;

  static final int WARM_UP_ELEMENTS = 1_024;

  private @Nullable SummationKernel opened;
  private @Nullable Kernel kernel;
  private @Nullable ChainClock clock;
  private int arrayElements;
  private boolean isWarm;
  private long position;

  /**
   * The function that computes a kernel over an array of that many elements.
   *
   * @throws WorkerFailedException if it is no longer limited by what should limit it
   */
  SummationKernel open(Kernel wanted, int wantedElements) {
    if (opened == null || kernel != wanted || arrayElements != wantedElements) {
      opened = SummationKernel.open(wanted, wantedElements);
      kernel = wanted;
      arrayElements = wantedElements;
      isWarm = false;
      position = 0;
    }
    WorkerFailedException.throwIf(opened.fault());
    return opened;
  }

  /** The same, called often enough to be compiled. */
  SummationKernel openWarm(Kernel wanted, int wantedElements) {
    SummationKernel warm = open(wanted, wantedElements);
    if (!isWarm) {
      long kept = 0;
      for (int call = 0; call < WARM_UP_CALLS; call++) {
        kept += warm.sum(0, WARM_UP_ELEMENTS);
      }
      isWarm = kept != 0;
    }
    return warm;
  }

  /** The worker's clock, created after its first window, never before one. */
  ChainClock clock() {
    if (clock == null) {
      clock = ChainClock.openWarm();
    }
    return clock;
  }

  /** The element at which the next window begins. */
  long position() {
    return position;
  }

  /** Moves in the array, modulo its length; a kernel without an array stays at 0. */
  void moveTo(long element) {
    position = arrayElements == 0 ? 0 : element % arrayElements;
  }
}
