package io.coreyield.analysis.model.machine;

/**
 * The kernel's pressure stall information: in how much of the time some task that could have run
 * waited for a CPU, moving averages.
 *
 * @param avg10Percent over 10 s, percent
 * @param avg60Percent over 60 s, percent
 */
public record CpuPressure(double avg10Percent, double avg60Percent) {}
