/** Throughput, speed-up and time against the number of workers. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.findings.curves;
