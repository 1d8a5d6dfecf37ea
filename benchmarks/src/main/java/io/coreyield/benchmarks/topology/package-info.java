/** Which logical CPUs share a core, by measurement: what the command {@code pairs} does. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.topology;
