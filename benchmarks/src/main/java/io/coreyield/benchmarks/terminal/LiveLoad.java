package io.coreyield.benchmarks.terminal;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.benchmarks.load.LoadSink;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Shows the load of every logical CPU, once a second: more often would disturb. */
public final class LiveLoad implements LoadSink {

  private static final long NS_BETWEEN = 1_000_000_000L;

  private final LoadSink sink;
  private final Progress progress;
  private final Topology topology;
  private final LongSupplier nowNs;
  private @Nullable LoadSample shown;
  private long shownNs;

  /** Shows samples by a clock in real time, and passes all on to the sink. */
  public LiveLoad(LoadSink sink, Progress progress, Topology topology, LongSupplier nowNs) {
    this.sink = sink;
    this.progress = progress;
    this.topology = topology;
    this.nowNs = nowNs;
  }

  @Override
  public void load(LoadSample sample) {
    sink.load(sample);
    LoadSample before = shown;
    long now = nowNs.getAsLong();
    if (before != null && now - shownNs < NS_BETWEEN) {
      return;
    }
    if (before != null) {
      progress.load(before, sample, topology);
    }
    shown = sample;
    shownNs = now;
  }

  @Override
  public void swap(SwapSample sample) {
    sink.swap(sample);
  }
}
