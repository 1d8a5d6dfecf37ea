package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.PairArm;
import java.io.Serializable;
import java.util.List;

/**
 * One arm of one block: the stretch in which all of its workers were under way, and what they did
 * in it. Workers that share a logical CPU take turns: of them the stretch in which one or the other
 * was.
 *
 * @param startNs when the last worker had begun, of arm {@code same} the first, on the run's clock
 * @param endNs when the first worker ended, of arm {@code same} the last
 * @param workers one entry per worker, in order; at least one
 */
public record ArmWindow(PairArm arm, long startNs, long endNs, List<WindowWorker> workers)
    implements Serializable {

  /** Throws an {@link IllegalArgumentException} if it is empty, or has no worker. */
  public ArmWindow {
    workers = List.copyOf(workers);
    if (endNs <= startNs) {
      throw new IllegalArgumentException(
          "the window of arm '%s' ends at %d, not after its start %d"
              .formatted(arm, endNs, startNs));
    }
    if (workers.isEmpty()) {
      throw new IllegalArgumentException("the window of arm '%s' has no worker".formatted(arm));
    }
  }

  /** Throughput of all its workers together. */
  public double elementsPerSecond() {
    double elements = workers.stream().mapToDouble(WindowWorker::elements).sum();
    return elements / ((endNs - startNs) / 1e9);
  }
}
