/** The load while benchmarks run: sampler, link between fork and host, and JMH profiler. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.load;
