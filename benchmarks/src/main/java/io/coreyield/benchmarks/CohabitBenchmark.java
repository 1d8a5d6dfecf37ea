package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.MixedRatios;
import io.coreyield.benchmarks.machine.CorePairs;
import io.coreyield.benchmarks.machine.ForkProperties;
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

/**
 * What do two kinds of code take from each other on one core? One operation is a block: each of two
 * kernels alone, both on the siblings of a core and both on two cores, in both orders, all in
 * random order. The score is the time of a block; the results are the relative speeds of the two,
 * {@code speed.kernel} and {@code speed.beside}, and their sum, {@code weighted-speedup}; the same
 * on two cores has the ending {@code .cores}.
 */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
public class CohabitBenchmark {

  /** That of one worker. */
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

  /** The kernel of the other worker. */
  @Param("array-stream")
  public String beside;

  /** The concurrency model; any but the global lock. */
  @Param("platform")
  public String model;

  /** A logical CPU; {@code auto}: of the first core that has siblings, with its partners. */
  @Param("auto")
  public String first;

  /** Its SMT sibling, or {@code none}. */
  @Param("none")
  public String second;

  /** A logical CPU of another core, or {@code none}. */
  @Param("none")
  public String other;

  /** How long the workers of an arm run. */
  @Param("25")
  public int windowMs;

  private PairTrial trial;
  private OperationLog log;

  @Setup
  public void open(IterationHooks hooks) {
    CorePair pair =
        CorePairs.named(Kernel.of(kernel), ConcurrencyModel.of(model), first, second, other);
    trial =
        new PairTrial(
            new MixedPair(pair, Kernel.of(beside)),
            ForkProperties.arrays(),
            windowMs,
            ForkProperties.seed());
    log = OperationLog.withoutWorkers(trial::cpuUse);
    hooks.log(log);
  }

  @Benchmark
  public List<ArmWindow> block() {
    long startNs = System.nanoTime();
    List<ArmWindow> windows = trial.block();
    log.block(startNs, System.nanoTime(), windows);
    MixedRatios ratios = MixedRatios.of(windows);
    metrics("", ratios.siblings());
    metrics(".cores", ratios.cores());
    return windows;
  }

  private void metrics(String ending, MixedRatios.Speeds speeds) {
    if (!Double.isNaN(speeds.sum())) {
      log.metric("speed.kernel" + ending, speeds.first());
      log.metric("speed.beside" + ending, speeds.second());
      log.metric("weighted-speedup" + ending, speeds.sum());
    }
  }

  @TearDown
  public void close() {
    trial.close();
  }
}
