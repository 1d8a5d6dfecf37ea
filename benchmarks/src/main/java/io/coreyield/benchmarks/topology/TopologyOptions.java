package io.coreyield.benchmarks.topology;

import java.time.Duration;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code topology}.
 *
 * @param cpus the logical CPUs to measure; null: all that can be used
 * @param windowMs how long each window lasts; null: what fits the budget
 */
public record TopologyOptions(Duration budget, @Nullable BitSet cpus, @Nullable Integer windowMs) {

  /** All pairs of 16 logical CPUs fit it. */
  public static final Duration DEFAULT_BUDGET = Duration.ofMinutes(2);

  /** Ctrl-C waits for the end of a window. */
  private static final int LONGEST_WINDOW_MS = 1_000;

  /** Refuses a window shorter than 5 ms or longer than 1 s. */
  public TopologyOptions {
    if (windowMs != null && (windowMs < 5 || windowMs > LONGEST_WINDOW_MS)) {
      throw new IllegalArgumentException(
          "windows of %d ms are out of range: give --window 5 to %d"
              .formatted(windowMs, LONGEST_WINDOW_MS));
    }
  }
}
