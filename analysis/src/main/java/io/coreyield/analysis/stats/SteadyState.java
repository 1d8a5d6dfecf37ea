package io.coreyield.analysis.stats;

import java.util.List;

/**
 * How a fork's speed went over time, by its changepoints.
 *
 * @param kind what it did
 * @param start index of the first value of the steady state; the number of values where there is
 *     none
 * @param changepoints index of the first value of each segment but the first, ascending
 */
public record SteadyState(Kind kind, int start, List<Integer> changepoints) {

  /** What a fork did, by the classes of Barrett et al. 2017. */
  public enum Kind {
    /** One speed from the first value to the last. */
    FLAT("flat"),
    /** It came to a speed that is its best. */
    WARM_UP("warm-up"),
    /** It came to a speed that is below an earlier one. */
    SLOWDOWN("slowdown"),
    /** Its speed still changed near the end. */
    NO_STEADY_STATE("no steady state"),
    /** Too few values to tell. */
    UNKNOWN("unknown");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Stub. */
  public static SteadyState of(double[] speeds) {
    return new SteadyState(speeds.length < 4 ? Kind.UNKNOWN : Kind.FLAT, 0, List.of());
  }

  /** Copies the list. */
  public SteadyState {
    changepoints = List.copyOf(changepoints);
  }
}
