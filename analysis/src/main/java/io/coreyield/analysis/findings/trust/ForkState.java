package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.SteadyState;
import io.coreyield.analysis.stats.SteadyState.Kind;
import java.util.List;

/**
 * Whether one fork reached a steady state.
 *
 * @param state by changepoints of its operations, or of the windows of its blocks
 * @param trimmed measurement iterations that began before the steady state and do not count
 */
public record ForkState(Trial trial, SteadyState state, int trimmed) {

  /** How many forks are of a kind. */
  public static long count(List<ForkState> forks, Kind kind) {
    return forks.stream().filter(fork -> fork.state.kind() == kind).count();
  }

  /** How many iterations of all forks were trimmed. */
  public static int trimmed(List<ForkState> forks) {
    return forks.stream().mapToInt(ForkState::trimmed).sum();
  }
}
