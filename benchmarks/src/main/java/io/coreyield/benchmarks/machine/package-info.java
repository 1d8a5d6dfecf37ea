/** Reads the machine: topology and fingerprint, CPU clocks, thread affinity, fitness to measure. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.machine;
