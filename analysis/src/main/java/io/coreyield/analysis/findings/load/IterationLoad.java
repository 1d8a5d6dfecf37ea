package io.coreyield.analysis.findings.load;

import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Trial;

/**
 * How loaded the machine was during one measurement iteration, in logical CPUs: 2.0 is two of them
 * busy all the time.
 *
 * @param elementsPerSecond its throughput; NaN for an idle trial
 * @param busyCpus logical CPUs that ran anything
 * @param systemCpus logical CPUs that ran the kernel, interrupts included
 * @param siblingSharedCpus cores whose siblings were busy at the same time, at least, by their
 *     loads
 * @param ownCpus CPU time of the measured processes over wall time; NaN where unknown
 * @param backgroundCpus busy beyond our own CPU time and that of the host process, never below 0;
 *     NaN where unknown
 * @param stealCpus logical CPUs that wanted to run while the hypervisor ran something else
 */
public record IterationLoad(
    Trial trial,
    Iteration iteration,
    double elementsPerSecond,
    double busyCpus,
    double systemCpus,
    double siblingSharedCpus,
    double ownCpus,
    double backgroundCpus,
    double stealCpus) {}
