package io.coreyield.analysis.findings.correlation;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Spearman's rank correlation of throughput with a figure of the same iteration or window.
 *
 * @param loadFigure {@code busyCores}, {@code siblingSharedCores}, {@code backgroundCores} or
 *     {@code stealCores} of an iteration of a summation, or {@code clockGHz} of a window with one
 *     worker
 * @param spearman −1 to 1; interval by bootstrap of forks, wide enough that all intervals of the
 *     run hold together with 95 %
 * @param iterations how many iterations or windows were correlated
 * @param comparisons how many intervals the run has
 * @param partial the same at an equal other figure; null where no other one moves with this one
 */
public record Correlation(
    Kernel kernel,
    ConcurrencyModel model,
    String loadFigure,
    Estimate spearman,
    int iterations,
    int comparisons,
    @Nullable Partial partial) {

  /**
   * A partial correlation.
   *
   * @param given the figure that is held equal: the one that moves most with {@code loadFigure}
   * @param together Spearman's correlation of the two figures
   * @param spearman of throughput and {@code loadFigure} at an equal {@code given}; interval as
   *     above
   */
  public record Partial(String given, double together, Estimate spearman) {}
}
