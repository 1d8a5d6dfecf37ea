package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.benchmarks.concurrency.Slice;
import io.coreyield.benchmarks.concurrency.WorkerGroup;
import io.coreyield.benchmarks.concurrency.WorkerResult;
import io.coreyield.benchmarks.machine.ForkProperties;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import java.util.List;
import java.util.Optional;
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
 * What does the first sum cost, the start of the workers included? Everything is cold, as in {@code
 * time python …} of 2017.
 */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class SpawnBenchmark {

  @Param({"platform", "virtual", "fork-join", "process", "global-lock"})
  public String model;

  @Param({"1", "2"})
  public int workers;

  @Param("range")
  public String kernel;

  /** Elements that each worker sums. */
  @Param("268435456")
  public long n;

  private Configuration configuration;
  private List<Slice> slices;
  private OperationLog log;

  @Setup
  public void open(IterationHooks hooks) {
    configuration =
        new Configuration(
            Kernel.of(kernel), ConcurrencyModel.of(model), workers, n, Scaling.WEAK, Placement.OS);
    slices = Slice.of(configuration, ForkProperties.arrays());
    log = new OperationLog(slices, List.of(), false, SpawnBenchmark::cpuUse);
    hooks.log(log);
  }

  @Benchmark
  public long spawnAndSum() {
    long startNs = System.nanoTime();
    List<WorkerResult> results;
    try (WorkerGroup group = WorkerGroup.open(configuration.model(), workers, List.of())) {
      results = group.run(slices);
    }
    return log.operation(startNs, System.nanoTime(), slices, results);
  }

  /** Worker JVMs start and end within an operation, so they count as ended children. */
  private static Optional<CpuUse> cpuUse() {
    return ProcessClock.self().flatMap(self -> ProcessClock.endedChildren().map(self::plus));
  }
}
