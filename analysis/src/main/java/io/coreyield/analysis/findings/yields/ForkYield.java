package io.coreyield.analysis.findings.yields;

/**
 * What one fork of a pair says by itself: the geometric mean over its blocks, less 1.
 *
 * @param trial its number
 * @param cpu the first logical CPU of its core
 * @param yield what the second sibling adds, a fraction; NaN where that was not measured
 * @param ceiling what a second worker adds on another core, a fraction; NaN where that was not
 *     measured
 */
public record ForkYield(int trial, int cpu, double yield, double ceiling) {}
