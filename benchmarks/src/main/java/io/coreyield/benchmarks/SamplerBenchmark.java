package io.coreyield.benchmarks;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.analysis.recording.LoadCsv;
import io.coreyield.benchmarks.concurrency.Slice;
import io.coreyield.benchmarks.concurrency.WorkerGroup;
import io.coreyield.benchmarks.load.LoadSampler;
import io.coreyield.benchmarks.machine.IterationCountersReader;
import io.coreyield.benchmarks.machine.LoadReader;
import io.coreyield.benchmarks.machine.Oshi;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What does the sampler cost, and does it disturb the measurement? */
@NullUnmarked // JMH fills the fields.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Fork(5)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class SamplerBenchmark {

  private static final int OPERATIONS_A_STRETCH = 50;

  private final int cpus = Runtime.getRuntime().availableProcessors();
  private final List<Slice> slices =
      Collections.nCopies(cpus, new Slice(Kernel.RANGE, 0, Kernel.RANGE.defaultElements()));
  private Oshi oshi;
  private LoadReader reader;
  private IterationCountersReader counters;
  private Path file;
  private LoadCsv.Writer writer;
  private WorkerGroup workers;
  private OperationLog log;
  private boolean sampledFirst;

  /** Opens OSHI, a file as a run has it, and one worker per logical CPU. */
  @Setup
  public void open(IterationHooks hooks) throws IOException {
    oshi = Oshi.open();
    reader = new LoadReader(oshi);
    counters = IterationCountersReader.ofThisProcess();
    file = Files.createTempFile("coreyield-load", ".csv");
    writer = LoadCsv.Writer.append(file);
    workers = WorkerGroup.open(ConcurrencyModel.PLATFORM, cpus, List.of());
    log = OperationLog.withoutWorkers(ProcessClock::self);
    hooks.log(log);
  }

  /** One sample of every logical CPU, read and written. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public void sample() throws IOException {
    long startNs = System.nanoTime();
    writer.write(reader.read().orElseThrow());
    log.operation(startNs, System.nanoTime());
  }

  /** The counters that are read at each edge of an iteration. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public IterationCounters edge() {
    long startNs = System.nanoTime();
    IterationCounters read = counters.read();
    log.operation(startNs, System.nanoTime());
    return read;
  }

  /**
   * Sums on every logical CPU with and without the sampler, in turns. The metric is the ratio of
   * the throughputs, 1 without any disturbance. Here the sampler runs in the measured JVM; in a
   * campaign it runs in the host.
   */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public void effect() {
    long startNs = System.nanoTime();
    sampledFirst = !sampledFirst;
    long firstNs = stretch(sampledFirst);
    long secondNs = stretch(!sampledFirst);
    double sampledNs = sampledFirst ? firstNs : secondNs;
    double aloneNs = sampledFirst ? secondNs : firstNs;
    log.metric("sampler.effect", aloneNs / sampledNs);
    log.operation(startNs, System.nanoTime());
  }

  private long stretch(boolean sampled) {
    if (!sampled) {
      return sums();
    }
    try (LoadSampler _ = LoadSampler.start(oshi, this::write, LoadSampler.DEFAULT_INTERVAL_MS)) {
      return sums();
    }
  }

  private long sums() {
    long startNs = System.nanoTime();
    for (int i = 0; i < OPERATIONS_A_STRETCH; i++) {
      workers.run(slices);
    }
    return System.nanoTime() - startNs;
  }

  private void write(LoadSample sample) {
    try {
      writer.write(sample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TearDown
  public void close() throws IOException {
    workers.close();
    writer.close();
    Files.delete(file);
  }
}
