/** Calls into the C library, where the JDK has no method: clocks, affinity, standard error. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.machine.libc;
