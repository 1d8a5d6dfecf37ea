package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.benchmarks.machine.IterationCountersReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the load and counters at the edges of a fork's iterations, and keeps its reports. */
public final class TrialListener implements HostLink.Listener {

  private final LoadSampler sampler;
  private final IterationCountersReader counters;
  private final List<IterationEvent> events = new ArrayList<>();
  private @Nullable IterationCounters atStart;
  private IterationCounters meanwhile = IterationCounters.UNKNOWN;

  /** Reads from these at each edge. */
  public TrialListener(LoadSampler sampler, IterationCountersReader counters) {
    this.sampler = sampler;
    this.counters = counters;
  }

  /** An iteration that has ended: what the fork reported, and what the host counted meanwhile. */
  public record IterationEvent(IterationReport report, IterationCounters counters) {}

  // At both edges the load is read last or first, next to the iteration.

  @Override
  public void iterationStarts() {
    atStart = counters.read();
    sampler.sampleNow();
  }

  @Override
  public void iterationEnds() {
    sampler.sampleNow();
    meanwhile =
        atStart == null
            ? IterationCounters.UNKNOWN
            : IterationCountersReader.growth(atStart, counters.read());
    atStart = null;
  }

  @Override
  public void report(IterationReport report) {
    synchronized (events) {
      events.add(new IterationEvent(report, meanwhile));
    }
  }

  /** What has ended since the last call, in order. */
  public List<IterationEvent> take() {
    synchronized (events) {
      List<IterationEvent> taken = List.copyOf(events);
      events.clear();
      return taken;
    }
  }
}
