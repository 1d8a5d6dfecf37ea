package io.coreyield.analysis.model.load;

/**
 * Swap space at one moment.
 *
 * @param tNs the moment, on the run's clock
 */
public record SwapSample(long tNs, long usedBytes, long totalBytes) {}
