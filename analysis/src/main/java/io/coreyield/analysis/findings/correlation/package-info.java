/** How throughput correlates with load and clock. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.findings.correlation;
