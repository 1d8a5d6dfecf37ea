package io.coreyield.benchmarks;

import io.coreyield.benchmarks.kernel.NativeLibrary;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does an empty OpenMP region cost? The counterpart of {@link DispatchBenchmark}. Whether its
 * threads sleep or spin between regions is for {@code OMP_WAIT_POLICY} in the environment to say.
 */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class NativeDispatchBenchmark {

  private static final int REGIONS = 100;

  @Param({"1", "2"})
  public int workers;

  /** The regions in C. */
  @Param("")
  public String library;

  private NativeLibrary regions;

  @Setup
  public void open() {
    regions = NativeLibrary.open(library);
  }

  /** As many as take longer than the call from Java. */
  @Benchmark
  @OperationsPerInvocation(REGIONS)
  public void dispatch() {
    regions.regions(workers, REGIONS);
  }
}
