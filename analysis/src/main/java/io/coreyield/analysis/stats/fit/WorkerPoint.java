package io.coreyield.analysis.stats.fit;

import io.coreyield.analysis.stats.Sample;
import java.util.Arrays;
import java.util.List;

/**
 * What a number of workers got done together.
 *
 * @param workers 1 or more
 * @param elementsPerSecond throughput of all workers together, one per fork
 * @param relativeFrequency of the cores that were at work, over that with one worker; 1 where it is
 *     not known. Throughput is divided by it, so that a curve shows what cores and siblings add,
 *     and not how far the clock falls.
 */
public record WorkerPoint(int workers, List<Double> elementsPerSecond, double relativeFrequency) {

  /** Throws an {@link IllegalArgumentException} if there is no worker. */
  public WorkerPoint {
    elementsPerSecond = List.copyOf(elementsPerSecond);
    if (workers < 1) {
      throw new IllegalArgumentException("%d workers: a point needs one".formatted(workers));
    }
  }

  /** A point at the frequency of one worker. */
  public static WorkerPoint of(int workers, double... elementsPerSecond) {
    return new WorkerPoint(workers, Arrays.stream(elementsPerSecond).boxed().toList(), 1);
  }

  /** Throughput at the frequency of one worker, one per fork. */
  double[] corrected() {
    return elementsPerSecond.stream().mapToDouble(x -> x / relativeFrequency).toArray();
  }

  /** Whether some figure is not positive and finite. */
  boolean isPoor() {
    return !Sample.arePositive(corrected()) || !Sample.arePositive(relativeFrequency);
  }
}
