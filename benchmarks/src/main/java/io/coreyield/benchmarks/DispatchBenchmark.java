package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.benchmarks.concurrency.Slice;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;

/** What does it cost to start and join N workers that have nothing to do? */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class DispatchBenchmark {

  /** The concurrency model. */
  @Param({"platform", "virtual", "fork-join", "process", "global-lock"})
  public String model;

  /** How many workers. */
  @Param({"1", "2"})
  public int workers;

  private WorkerTrial trial;

  /** Starts the workers. */
  @Setup
  public void open() {
    trial = WorkerTrial.open(ConcurrencyModel.of(model), Slice.empty(workers), List.of());
  }

  /** Tells the host. */
  @Setup(Level.Iteration)
  public void iterationStarts() {
    trial.iterationStarts();
  }

  /** One empty parallel region. */
  @Benchmark
  public long dispatch() {
    return trial.operation();
  }

  /** Tells the host. */
  @TearDown(Level.Iteration)
  public void iterationEnded(IterationParams params) {
    trial.iterationEnded(params);
  }

  /** Ends the workers. */
  @TearDown
  public void close() {
    trial.close();
  }
}
