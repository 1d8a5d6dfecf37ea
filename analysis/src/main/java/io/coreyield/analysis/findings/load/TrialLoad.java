package io.coreyield.analysis.findings.load;

import io.coreyield.analysis.model.trial.Trial;
import java.util.List;

/**
 * How loaded the machine was over the measurement iterations of one trial.
 *
 * @param busyPercent mean load of each logical CPU, 0 to 100, in the order of {@code
 *     run.load().cpuIds()}; NaN where no sample covers it
 * @param busyCpus logical CPUs that ran anything, on average; NaN where no sample covers it
 * @param systemCpus logical CPUs that ran the kernel
 * @param backgroundCpus busy beyond our own CPU time; NaN where unknown
 * @param stealCpus taken by the hypervisor
 */
public record TrialLoad(
    Trial trial,
    List<Double> busyPercent,
    double busyCpus,
    double systemCpus,
    double backgroundCpus,
    double stealCpus) {}
