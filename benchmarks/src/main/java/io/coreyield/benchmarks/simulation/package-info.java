/** Machines that do not exist: what their trials would give, with a known truth. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.simulation;
