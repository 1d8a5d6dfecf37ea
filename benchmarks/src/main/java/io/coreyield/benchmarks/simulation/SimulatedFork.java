package io.coreyield.benchmarks.simulation;

import io.coreyield.benchmarks.load.IterationRecorder;
import java.util.List;

/** What one fork does in its iterations. */
interface SimulatedFork {

  /** Runs one operation, for which the clock goes on; CPU time of all workers, ns. */
  long operation(IterationRecorder recorder);

  /** Draws what is random from iteration to iteration. */
  default void begin() {}

  /** For the workers of this fork. */
  default IterationRecorder recorder() {
    return new IterationRecorder(0, List.of(), false);
  }
}
