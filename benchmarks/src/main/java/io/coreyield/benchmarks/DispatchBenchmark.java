package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.benchmarks.concurrency.Slice;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What does it cost to start and join N workers that have nothing to do? */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class DispatchBenchmark {

  @Param({"platform", "virtual", "fork-join", "process", "global-lock"})
  public String model;

  @Param({"1", "2"})
  public int workers;

  private WorkerTrial trial;

  @Setup
  public void open(IterationHooks hooks) {
    trial = WorkerTrial.open(ConcurrencyModel.of(model), Slice.empty(workers), List.of());
    hooks.log(trial.log());
  }

  /** One empty parallel region. */
  @Benchmark
  public long dispatch() {
    return trial.operation();
  }

  @TearDown
  public void close() {
    trial.close();
  }
}
