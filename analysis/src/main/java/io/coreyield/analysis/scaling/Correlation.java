package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.stats.Estimate;

/**
 * Spearman's rank correlation of an iteration's throughput with a figure of its load.
 *
 * @param kernel what was computed
 * @param model how the workers were run
 * @param loadFigure {@code busyCores}, {@code foreignCores} or {@code stealCores}
 * @param spearman −1 to 1, interval by bootstrap of forks
 * @param iterations how many were correlated
 */
public record Correlation(
    Kernel kernel, ConcurrencyModel model, String loadFigure, Estimate spearman, int iterations) {}
