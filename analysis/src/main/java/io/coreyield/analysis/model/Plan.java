package io.coreyield.analysis.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign set out to do.
 *
 * @param configurations each runs once a round; at least one
 * @param leftOut configurations that would have been run, and why they are not
 * @param rounds how many at the most; null: as many as the budget holds
 * @param budgetSeconds for the whole campaign with its report; null: no limit
 * @param targetCi relative half-width of every interval at which to stop; null: do not stop early
 * @param warmupIterations per trial
 * @param measurementIterations per trial
 * @param iterationMs how long an iteration lasts at least
 * @param sampleIntervalMs between two samples of the load
 */
public record Plan(
    List<Configuration> configurations,
    List<LeftOut> leftOut,
    @Nullable Integer rounds,
    @Nullable Double budgetSeconds,
    @Nullable Double targetCi,
    int warmupIterations,
    int measurementIterations,
    int iterationMs,
    int sampleIntervalMs) {

  /**
   * A configuration that is not run.
   *
   * @param label what
   * @param reason why not
   */
  public record LeftOut(String label, String reason) {}

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no configuration, or one stands there twice
   */
  public Plan {
    configurations = List.copyOf(configurations);
    leftOut = List.copyOf(leftOut);
    if (configurations.isEmpty()) {
      throw new IllegalArgumentException("a plan needs at least one configuration");
    }
    if (configurations.stream().distinct().count() != configurations.size()) {
      throw new IllegalArgumentException("a configuration stands twice in the plan");
    }
  }
}
