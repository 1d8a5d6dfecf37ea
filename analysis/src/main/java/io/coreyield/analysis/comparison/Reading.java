package io.coreyield.analysis.comparison;

import io.coreyield.analysis.stats.Estimate;

/**
 * A figure of one run.
 *
 * @param estimate the headline with its 95 % interval; unknown, with the reason, where the run has
 *     none
 * @param setting how it was measured
 * @param forks behind it; 0 where it has none
 * @param includesTainted whether too few untainted iterations were left, so that the headline holds
 *     tainted ones
 */
public record Reading(Estimate estimate, Setting setting, int forks, boolean includesTainted) {}
