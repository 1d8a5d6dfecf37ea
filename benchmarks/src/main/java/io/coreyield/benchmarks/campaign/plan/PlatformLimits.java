package io.coreyield.benchmarks.campaign.plan;

/**
 * What the platform lets trials do.
 *
 * @param canPin whether threads can be pinned to logical CPUs
 * @param heapBytes that a fork's heap may have
 */
public record PlatformLimits(boolean canPin, long heapBytes) {}
