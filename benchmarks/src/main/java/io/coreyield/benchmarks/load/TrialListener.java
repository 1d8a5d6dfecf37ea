package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.trial.Surroundings;
import io.coreyield.benchmarks.machine.SurroundingsCounters;
import io.coreyield.benchmarks.machine.SurroundingsReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the load and the surroundings at the edges of a fork's iterations, and keeps what the fork
 * reports.
 */
public final class TrialListener implements HostLink.Listener {

  private final LoadSampler sampler;
  private final SurroundingsReader surroundings;
  private final List<Heard> heard = new ArrayList<>();
  private @Nullable SurroundingsCounters atStart;

  /** With what to ask at each edge. */
  public TrialListener(LoadSampler sampler, SurroundingsReader surroundings) {
    this.sampler = sampler;
    this.surroundings = surroundings;
  }

  /**
   * An iteration that has ended.
   *
   * @param report what the fork told of it
   * @param surroundings what the host saw meanwhile
   */
  public record Heard(IterationReport report, Surroundings surroundings) {}

  // At both edges the load is sampled on the iteration's side, so that its differences hold least
  // of
  // anything else.

  @Override
  public void iterationStarts() {
    atStart = surroundings.read();
    sampler.sampleNow();
  }

  @Override
  public void iterationEnded(IterationReport report) {
    sampler.sampleNow();
    Surroundings meanwhile =
        atStart == null ? Surroundings.UNKNOWN : surroundings.read().since(atStart);
    atStart = null;
    synchronized (heard) {
      heard.add(new Heard(report, meanwhile));
    }
  }

  /** What has ended since the last call, in order. */
  public List<Heard> take() {
    synchronized (heard) {
      List<Heard> taken = List.copyOf(heard);
      heard.clear();
      return taken;
    }
  }
}
