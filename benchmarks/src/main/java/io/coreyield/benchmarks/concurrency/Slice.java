package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The elements {@code from} to {@code to} (exclusive) that one worker sums in one operation.
 *
 * @param arrayElements of the worker's array; 0 for a kernel without one
 */
public record Slice(Kernel kernel, long from, long to, int arrayElements) {

  /** Of a kernel without an array. */
  public Slice(Kernel kernel, long from, long to) {
    this(kernel, from, to, 0);
  }

  /** One slice per worker of a configuration, over arrays of these sizes. */
  public static List<Slice> of(Configuration configuration, ArraySizes arrays) {
    int arrayElements = arrays.elements(configuration.kernel());
    return IntStream.range(0, configuration.workers())
        .mapToObj(worker ->
            new Slice(
                configuration.kernel(),
                configuration.from(worker),
                configuration.to(worker),
                arrayElements))
        .toList();
  }

  /**
   * What the worker sums in the operation after this one: as many elements, further on in its
   * array, so that no part of an array is left out and none stays in a cache that it does not fit.
   * The same again for a kernel without one.
   */
  public Slice next() {
    if (arrayElements == 0) {
      return this;
    }
    long start = to % arrayElements;
    return new Slice(kernel, start, start + to - from, arrayElements);
  }

  /** The first elements of this slice, at most that many. */
  public Slice first(long elements) {
    return new Slice(kernel, from, Math.min(to, from + elements), arrayElements);
  }

  /** Nothing to do for any worker: what is left is the cost of dispatch. */
  public static List<Slice> empty(int workers) {
    return Collections.nCopies(workers, new Slice(Kernel.RANGE, 0, 0));
  }

  /** The right answer, in closed form. */
  public long expectedSum() {
    return kernel.sum(from, to, arrayElements);
  }
}
