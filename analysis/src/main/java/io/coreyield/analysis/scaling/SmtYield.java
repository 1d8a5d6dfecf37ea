package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.stats.Estimate;

/**
 * What the second sibling of a core adds: 0 is a fake core, 1 a whole one.
 *
 * @param kernel what was computed
 * @param model how the workers were run
 * @param estimator {@code chip-wide}: X(all logical CPUs) / X(all physical cores) − 1
 * @param yield the estimate, a fraction
 * @param forks how many forks it stands on
 * @param verdict what it says
 */
public record SmtYield(
    Kernel kernel,
    ConcurrencyModel model,
    String estimator,
    Estimate yield,
    int forks,
    Verdict verdict) {}
