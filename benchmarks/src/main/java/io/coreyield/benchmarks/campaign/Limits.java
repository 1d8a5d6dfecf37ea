package io.coreyield.benchmarks.campaign;

/**
 * What the platform lets trials do.
 *
 * @param canPin whether threads can be pinned to logical CPUs
 * @param heapBytes that a fork's heap may have
 */
record Limits(boolean canPin, long heapBytes) {}
