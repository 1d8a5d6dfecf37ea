package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.Kernel;
import io.coreyield.benchmarks.kernel.SummationKernel;
import org.jspecify.annotations.Nullable;

/**
 * The kernel of one worker, opened on its own thread when it is first asked for, so that its array
 * lies on the worker's own memory node. Not thread-safe: one worker uses it at a time.
 */
final class KernelSlot {

  private @Nullable SummationKernel opened;
  private @Nullable Kernel kernel;
  private int arrayElements;

  /** The function that computes a kernel over an array of that many elements. */
  SummationKernel open(Kernel wanted, int wantedElements) {
    if (opened == null || kernel != wanted || arrayElements != wantedElements) {
      opened = SummationKernel.open(wanted, wantedElements);
      kernel = wanted;
      arrayElements = wantedElements;
    }
    return opened;
  }
}
