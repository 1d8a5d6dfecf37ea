/** The comparison of runs: page, tables and summary. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.report.compare;
