package io.coreyield.benchmarks.load;

import java.util.ArrayList;
import java.util.List;

/** Reads the load at the edges of a fork's iterations, and keeps what the fork reports. */
public final class TrialListener implements HostLink.Listener {

  private final LoadSampler sampler;
  private final List<IterationReport> reports = new ArrayList<>();

  /** With the sampler to ask at each edge. */
  public TrialListener(LoadSampler sampler) {
    this.sampler = sampler;
  }

  @Override
  public void iterationStarts() {
    sampler.sampleNow();
  }

  @Override
  public void iterationEnded(IterationReport report) {
    sampler.sampleNow();
    synchronized (reports) {
      reports.add(report);
    }
  }

  /** What has been reported since the last call, in order. */
  public List<IterationReport> takeReports() {
    synchronized (reports) {
      List<IterationReport> taken = List.copyOf(reports);
      reports.clear();
      return taken;
    }
  }
}
