/** Curves fitted to throughput against workers, with the intervals of their parameters. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.stats.fit;
