package io.coreyield.analysis.model;

/**
 * Somebody else's process that used CPU time.
 *
 * @param pid the operating system's number
 * @param name of its program, without arguments
 * @param cpus how many logical CPUs' time it took
 */
public record BusyProcess(long pid, String name, double cpus) {}
