/** Simulated machines, whose true yields are known. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.simulation;
