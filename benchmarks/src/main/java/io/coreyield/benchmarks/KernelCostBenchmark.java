package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.benchmarks.concurrency.WorkerFailedException;
import io.coreyield.benchmarks.kernel.PhysicalBound;
import io.coreyield.benchmarks.kernel.SummationKernel;
import io.coreyield.benchmarks.machine.ForkProperties;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
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

/**
 * What does an element cost, and does the cost grow with n? One operation sums n elements, 2n
 * elements, and then some of the {@code range} kernel, whose rate is the clock. Ratios are formed
 * within an operation, so they hold while the speed drifts.
 */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class KernelCostBenchmark {

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

  /** Elements of the shorter sum; 0: a quarter of the kernel's default. */
  @Param("0")
  public long n;

  private long elements;
  private long from;

  private SummationKernel measured;
  private int arrayElements;
  private SummationKernel clock;
  private OperationLog log;
  private double measuredNs;
  private int operations;
  private double cycleNs;

  @Setup
  public void open(IterationHooks hooks) {
    Kernel measuredKernel = Kernel.of(kernel);
    arrayElements = ForkProperties.arrays().elements(measuredKernel);
    measured = SummationKernel.open(measuredKernel, arrayElements);
    elements = n == 0 ? measuredKernel.defaultElements() / 4 : n;
    clock = SummationKernel.open(Kernel.RANGE, 0);
    log = OperationLog.withoutWorkers(ProcessClock::self);
    hooks.log(log);
  }

  @Setup(Level.Iteration)
  public void iterationStarts() {
    measuredNs = 0;
    operations = 0;
    cycleNs = Double.POSITIVE_INFINITY;
  }

  @Benchmark
  public long cost() {
    long startNs = System.nanoTime();
    long once = measured.sum(from, from + elements);
    long onceNs = System.nanoTime();
    // A sum that begins where the last one ended finds none of its array in a cache.
    long second = arrayElements == 0 ? 0 : (from + elements) % arrayElements;
    long twice = measured.sum(second, second + 2 * elements);
    long twiceNs = System.nanoTime();
    long ticks = clock.sum(0, CLOCK_ELEMENTS);
    long endNs = System.nanoTime();
    from = arrayElements == 0 ? 0 : (second + 2 * elements) % arrayElements;
    double elementNs = (double) (onceNs - startNs) / elements;
    double clockNs = (double) (endNs - twiceNs) / CLOCK_ELEMENTS;
    measuredNs += elementNs;
    operations++;
    // Others on this machine can slow the clock, nothing can speed it up.
    cycleNs = Math.min(cycleNs, clockNs);
    log.metric("ns.per.element", elementNs);
    log.metric("cycles.per.element", elementNs / clockNs);
    log.metric("cost.ratio.2n", (double) (twiceNs - onceNs) / (onceNs - startNs));
    log.operation(startNs, endNs);
    return once + twice + ticks;
  }

  /**
   * Checks the iteration.
   *
   * @throws WorkerFailedException if an element cost less than is physically possible, or the
   *     kernel was limited by another resource than it should be
   */
  @TearDown(Level.Iteration)
  public void iterationEnded() {
    WorkerFailedException.throwIf(
        PhysicalBound.violation(Kernel.of(kernel), measuredNs / operations, cycleNs));
    WorkerFailedException.throwIf(measured.fault());
  }
}
