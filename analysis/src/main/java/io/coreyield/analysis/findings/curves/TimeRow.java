package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.stats.Estimate;

/**
 * What {@code time} would say of one operation: all workers, each with its share, from start to
 * join. The table of 2017, for this machine.
 *
 * @param realSeconds wall time
 * @param userSeconds CPU time in the processes' own code
 * @param systemSeconds CPU time in the operating system on their behalf
 */
public record TimeRow(
    Configuration configuration,
    int forks,
    Estimate realSeconds,
    Estimate userSeconds,
    Estimate systemSeconds) {}
