package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.Configuration;
import io.coreyield.analysis.model.Kernel;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one worker computes in one operation.
 *
 * @param kernel what
 * @param from first integer summed
 * @param to one past the last integer summed
 */
public record Slice(Kernel kernel, long from, long to) {

  /** One slice per worker of a configuration. */
  public static List<Slice> of(Configuration configuration) {
    return IntStream.range(0, configuration.workers())
        .mapToObj(worker ->
            new Slice(configuration.kernel(), configuration.from(worker), configuration.to(worker)))
        .toList();
  }

  /** Nothing to do for any worker: what is left is the cost of dispatch. */
  public static List<Slice> empty(int workers) {
    return Collections.nCopies(workers, new Slice(Kernel.RANGE, 0, 0));
  }

  /** The right answer, in closed form. */
  public long expectedSum() {
    return Kernel.sumOfRange(from, to);
  }
}
