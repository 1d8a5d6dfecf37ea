package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.benchmarks.concurrency.WorkerFailedException;
import io.coreyield.benchmarks.kernel.NativeLibrary;
import io.coreyield.benchmarks.kernel.SummationKernel;
import io.coreyield.benchmarks.machine.ForkProperties;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How close is a kernel to the best C? One operation sums in Java, in C, then some of the {@code
 * range} kernel, whose rate is the clock, then in C and in Java. Ratios are formed within an
 * operation.
 */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class NativeKernelBenchmark {

  private static final long CLOCK_ELEMENTS = 1 << 24;

  @Param({
    "range",
    "range-double",
    "range-ilp",
    "array-ports",
    "array-stream",
    "array-chase",
    "range-div",
    "array-cache",
    "array-branch"
  })
  public String kernel;

  /** The kernels in C. */
  @Param("")
  public String library;

  private long elements;
  private int arrayElements;
  private long from;
  private SummationKernel java;
  private SummationKernel c;
  private SummationKernel clock;
  private OperationLog log;
  private double javaNs;
  private double cNs;

  @Setup
  public void open(IterationHooks hooks) {
    Kernel measured = Kernel.of(kernel);
    arrayElements = ForkProperties.arrays().elements(measured);
    elements = measured.defaultElements() / 8;
    java = SummationKernel.open(measured, arrayElements);
    c = NativeLibrary.open(library).like(java, measured);
    clock = SummationKernel.open(Kernel.RANGE, 0);
    log = OperationLog.withoutWorkers(ProcessClock::self);
    hooks.log(log);
  }

  /** Java, C, the clock, C, Java: a steady drift cancels out. */
  @Benchmark
  public void compare() {
    javaNs = 0;
    cNs = 0;
    long startNs = System.nanoTime();
    java();
    c();
    long clockStartNs = System.nanoTime();
    clock.sum(0, CLOCK_ELEMENTS);
    long clockEndNs = System.nanoTime();
    c();
    java();
    double cycleNs = (clockEndNs - clockStartNs) / (double) CLOCK_ELEMENTS;
    log.metric("cycles.java", javaNs / (2 * elements) / cycleNs);
    log.metric("cycles.c", cNs / (2 * elements) / cycleNs);
    log.metric("java.over.c", javaNs / cNs);
    log.operation(startNs, System.nanoTime());
  }

  private void java() {
    javaNs += time(java);
  }

  private void c() {
    cNs += time(c);
  }

  private long time(SummationKernel sum) {
    long startNs = System.nanoTime();
    long answer = sum.sum(from, from + elements);
    long tookNs = System.nanoTime() - startNs;
    long expected = Kernel.of(kernel).sum(from, from + elements, arrayElements);
    if (answer != expected) {
      throw WorkerFailedException.wrongSum(kernel, answer, expected);
    }
    // A sum that begins where the last one ended finds none of a large array in a cache.
    from = arrayElements == 0 ? 0 : (from + elements) % arrayElements;
    return tookNs;
  }
}
