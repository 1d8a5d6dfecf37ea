package io.coreyield.analysis.findings.load;

import io.coreyield.analysis.model.trial.Captured.Segment;

/**
 * How loaded the machine was in one segment of a capture.
 *
 * @param busyCpus logical CPUs that were busy, on average
 * @param maxBusyCpus the same in the busiest interval
 * @param systemCpus logical CPUs that ran the kernel, on average
 * @param stealCpus logical CPUs that the hypervisor took, on average
 * @param logicalCpus that were there; of the others the capture has no time in this segment
 */
public record SegmentLoad(
    Segment segment,
    double seconds,
    double busyCpus,
    double maxBusyCpus,
    double systemCpus,
    double stealCpus,
    int logicalCpus) {}
