package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.benchmarks.machine.LoadReader;
import io.coreyield.benchmarks.machine.Oshi;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Samples the load at a steady interval and on request, in the host, not in the measured JVM. */
public final class LoadSampler implements AutoCloseable {

  /** Ticks come in steps of 10 ms, so a load is right to 1.6 percentage points. */
  public static final int DEFAULT_INTERVAL_MS = 250;

  /** A finer load would be mostly rounding. */
  public static final int FINEST_INTERVAL_MS = 100;

  private static final int SAMPLES_PER_SWAP = 4;

  private final Oshi oshi;
  private final LoadReader reader;
  private final boolean isAvailable;
  private final LoadSink sink;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("load-sampler").factory());
  private final AtomicLong failures = new AtomicLong();
  private long scheduled;
  private long lastNs = Long.MIN_VALUE;

  private LoadSampler(Oshi oshi, LoadSink sink) {
    this.oshi = oshi;
    this.reader = new LoadReader(oshi);
    this.isAvailable = reader.obstacle().isEmpty();
    this.sink = sink;
  }

  /** Throws an {@link IllegalArgumentException} for an interval that is too fine. */
  public static void requireInterval(int intervalMs) {
    if (intervalMs < FINEST_INTERVAL_MS) {
      throw new IllegalArgumentException(
          "a sample every %d ms: give %d ms or more, finer loads are mostly rounding"
              .formatted(intervalMs, FINEST_INTERVAL_MS));
    }
  }

  /** Starts sampling, every {@link #FINEST_INTERVAL_MS} or more. */
  public static LoadSampler start(Oshi oshi, LoadSink sink, int intervalMs) {
    requireInterval(intervalMs);
    LoadSampler sampler = new LoadSampler(oshi, sink);
    ScheduledFuture<?> _ =
        sampler.timer.scheduleAtFixedRate(sampler::tick, 0, intervalMs, TimeUnit.MILLISECONDS);
    return sampler;
  }

  /** Takes one more sample now, if the load is available; counts a failure. */
  public synchronized void sampleNow() {
    try {
      if (isAvailable) {
        sample();
      }
    } catch (RuntimeException e) {
      // The trial goes on: a gap in the load is no reason to lose its scores.
      failures.incrementAndGet();
    }
  }

  private void sample() {
    reader
        .read()
        .ifPresentOrElse(
            sample -> {
              if (sample.tNs() > lastNs) {
                lastNs = sample.tNs();
                sink.load(sample);
              }
            },
            failures::incrementAndGet);
  }

  private synchronized void tick() {
    try {
      sampleNow();
      if (scheduled++ % SAMPLES_PER_SWAP == 0) {
        long[] swap = oshi.swapUsedAndTotalBytes();
        sink.swap(new SwapSample(System.nanoTime(), swap[0], swap[1]));
      }
    } catch (RuntimeException e) {
      // A task that throws is never scheduled again.
      failures.incrementAndGet();
    }
  }

  /** The number of samples that could not be taken or stored. */
  public long failures() {
    return failures.get();
  }

  /** Stops after the current sample. */
  @Override
  public void close() {
    timer.shutdownNow();
    try {
      timer.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
