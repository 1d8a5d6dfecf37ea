package io.coreyield.benchmarks;

import io.coreyield.benchmarks.machine.libc.ProcessClock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How busy is the machine when nothing of ours runs? The baseline of every load figure. The score
 * is the length of a sleep and means nothing.
 */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 1)
public class IdleBenchmark {

  private static final int SLEEP_MS = 100;

  private OperationLog log;

  @Setup
  public void open(IterationHooks hooks) {
    log = OperationLog.withoutWorkers(ProcessClock::self);
    hooks.log(log);
  }

  @Benchmark
  public void idle() throws InterruptedException {
    long startNs = System.nanoTime();
    Thread.sleep(SLEEP_MS);
    log.operation(startNs, System.nanoTime());
  }
}
