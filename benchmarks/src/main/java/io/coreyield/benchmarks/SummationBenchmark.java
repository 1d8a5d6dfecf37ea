package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.benchmarks.concurrency.Slice;
import io.coreyield.benchmarks.machine.ForkProperties;
import java.time.Duration;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * How long do N workers take to sum at once? One operation dispatches all workers and ends with the
 * last one, so all concurrency models are comparable and stragglers count. A fork warms up before
 * its first iteration, so that warm-up iterations of JMH are not needed.
 */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 3, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public class SummationBenchmark {

  @Param({"platform", "virtual", "fork-join", "process", "global-lock"})
  public String model;

  @Param({"1", "2"})
  public int workers;

  @Param("range")
  public String kernel;

  /** Elements: per worker under weak scaling, in all under strong. The default is that of 2017. */
  @Param("268435456")
  public long n;

  /** {@code weak}: each worker sums n. {@code strong}: n is split over the workers. */
  @Param("weak")
  public String scaling;

  /** Which logical CPU each worker runs on. */
  @Param("os")
  public String placement;

  private WorkerTrial trial;

  @Setup
  public void open(IterationHooks hooks, BenchmarkParams params) {
    Configuration configuration =
        new Configuration(
            Kernel.of(kernel),
            ConcurrencyModel.of(model),
            workers,
            n,
            Scaling.of(scaling),
            Placement.of(placement));
    trial =
        WorkerTrial.open(
            configuration.model(),
            Slice.of(configuration, ForkProperties.arrays()),
            ForkProperties.cpus(configuration.placement(), workers));
    hooks.log(trial.log());
    trial.warmUp(
        Duration.ofMillis(params.getMeasurement().getTime().convertTo(TimeUnit.MILLISECONDS)));
  }

  @Benchmark
  public long sum() {
    return trial.operation();
  }

  @TearDown
  public void close() {
    trial.close();
  }
}
