package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import java.util.Set;

/**
 * What disturbed one measurement iteration. A figure is NaN where it is not known.
 *
 * @param onCpuShare the least share of its wall time that a worker was on a CPU
 * @param stealShare the share of the time of the logical CPUs worked on that the hypervisor took
 * @param throttledShare stopped by the quota, over wall time
 * @param migrationsPerOperation of the worker that moved most; NaN for pinned ones
 * @param backgroundCpus CPUs' time that others took of the logical CPUs that were worked on and
 *     their siblings, at least
 * @param clockSpread the highest clock of a core over the lowest within a block, less 1
 * @param pressureShare of the wall time in which some task waited for a CPU
 * @param taints whose thresholds were passed
 */
public record LedgerEntry(
    Trial trial,
    Iteration iteration,
    double onCpuShare,
    double stealShare,
    double throttledShare,
    double migrationsPerOperation,
    double backgroundCpus,
    double clockSpread,
    double pressureShare,
    Set<Taint> taints) {}
