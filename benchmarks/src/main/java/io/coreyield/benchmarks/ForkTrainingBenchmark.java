package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.benchmarks.concurrency.Slice;
import io.coreyield.benchmarks.concurrency.WorkerGroup;
import io.coreyield.benchmarks.concurrency.WorkerResult;
import io.coreyield.benchmarks.machine.ForkProperties;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A little of all that forks do: the training run of their ahead-of-time cache. Its score means
 * nothing.
 */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class ForkTrainingBenchmark {

  private static final int WORKERS = 2;
  private static final int OPERATIONS = 10;
  private static final int WINDOW_MS = 5;
  private static final int WARM_UP_MS = 50;

  private final List<WorkerGroup> groups = new ArrayList<>();
  private List<Slice> slices;
  private WorkerTrial trial;
  private PairTrial pair;

  /** Starts workers of every concurrency model that runs in this JVM. */
  @Setup
  public void open(IterationHooks hooks) throws ClassNotFoundException {
    loadGenerated("SummationBenchmark_sum_jmhTest");
    loadGenerated("SiblingBenchmark_block_jmhTest");
    loadGenerated("CohabitBenchmark_block_jmhTest");
    Configuration configuration =
        new Configuration(
            Kernel.RANGE,
            ConcurrencyModel.PLATFORM,
            WORKERS,
            Kernel.RANGE.defaultElements() / OPERATIONS,
            Scaling.WEAK,
            Placement.OS);
    slices = Slice.of(configuration, ForkProperties.arrays());
    Stream.of(ConcurrencyModel.values())
        .filter(model -> model != ConcurrencyModel.PROCESS && model != ConcurrencyModel.PLATFORM)
        .map(model -> WorkerGroup.open(model, WORKERS, List.of()))
        .forEach(groups::add);
    if (ThreadAffinity.isSupported()) {
      int cpu = ThreadAffinity.allowed().orElseGet(BitSet::new).nextSetBit(0);
      CorePair alone = new CorePair(Kernel.RANGE, ConcurrencyModel.PLATFORM, cpu, null, null);
      pair = new PairTrial(alone, ForkProperties.arrays(), WINDOW_MS, 0);
    }
    trial = WorkerTrial.open(ConcurrencyModel.PLATFORM, slices, List.of());
    hooks.log(trial.log());
    trial.warmUp(Duration.ofMillis(WARM_UP_MS));
  }

  /** What JMH generates for the benchmarks of campaigns. */
  private static void loadGenerated(String name) throws ClassNotFoundException {
    Class.forName(ForkTrainingBenchmark.class.getPackageName() + ".jmh_generated." + name);
  }

  /** Some operations of every model, and a block. */
  @Benchmark
  public long train() {
    long sum = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      sum += trial.operation();
    }
    for (WorkerGroup group : groups) {
      for (int i = 0; i < OPERATIONS; i++) {
        long startNs = System.nanoTime();
        List<WorkerResult> results = group.run(slices);
        sum += trial.log().operation(startNs, System.nanoTime(), slices, results);
      }
    }
    if (pair != null) {
      long startNs = System.nanoTime();
      List<ArmWindow> windows = pair.block();
      trial.log().block(startNs, System.nanoTime(), windows);
    }
    return sum;
  }

  /** Ends the workers. */
  @TearDown
  public void close() {
    trial.close();
    groups.forEach(WorkerGroup::close);
    if (pair != null) {
      pair.close();
    }
  }
}
