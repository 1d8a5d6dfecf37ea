package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.benchmarks.machine.IterationCountersReader;
import io.coreyield.benchmarks.machine.Oshi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The host's side of trials: samples the load, and keeps what forks report. */
public final class TrialListener implements HostLink.Listener, AutoCloseable {

  private final LoadSampler sampler;
  private final IterationCountersReader counters = IterationCountersReader.ofThisProcess();
  private final HostLink link;
  private final List<IterationEvent> events = new ArrayList<>();
  private @Nullable IterationCounters atStart;
  private IterationCounters meanwhile = IterationCounters.UNKNOWN;

  private TrialListener(LoadSampler sampler) throws IOException {
    this.sampler = sampler;
    this.link = HostLink.open(this);
  }

  /**
   * Starts sampling for the sink, and listens to forks.
   *
   * @throws IOException if the temporary directory cannot hold a socket
   */
  public static TrialListener open(Oshi oshi, LoadSink sink, int intervalMs) throws IOException {
    LoadSampler sampler = LoadSampler.start(oshi, sink, intervalMs);
    try {
      return new TrialListener(sampler);
    } catch (IOException e) {
      sampler.close();
      throw e;
    }
  }

  /** The JVM argument that lets a fork report to this. */
  public String jvmArgument() {
    return link.jvmArgument();
  }

  /** The number of samples that could not be taken or stored. */
  public long failures() {
    return sampler.failures();
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

  @Override
  public void close() throws IOException {
    try (sampler) {
      link.close();
    }
  }
}
