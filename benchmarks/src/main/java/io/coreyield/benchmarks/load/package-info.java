/**
 * The load of every logical CPU while benchmarks run: the OSHI sampler in the host process, the
 * link over which a fork announces its iterations, and the JMH profiler around both.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.load;
