/** Which logical CPUs share a core, by measurement: the command {@code topology}. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.topology;
