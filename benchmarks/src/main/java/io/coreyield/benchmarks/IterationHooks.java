package io.coreyield.benchmarks;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;

/** Reports every iteration of a benchmark to the host. */
@NullUnmarked // The benchmark's setup fills the field.
@State(Scope.Benchmark)
public class IterationHooks {

  private OperationLog log;

  void log(OperationLog opened) {
    log = opened;
  }

  /** Waits until the host has read the load. */
  @Setup(Level.Iteration)
  public void iterationStarts() {
    log.iterationStarts();
  }

  @TearDown(Level.Iteration)
  public void iterationEnded(IterationParams params) {
    log.iterationEnded(params);
  }

  @TearDown
  public void close() {
    log.close();
  }
}
