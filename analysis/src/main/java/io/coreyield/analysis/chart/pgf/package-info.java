/** Charts as sources for pgfplots. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.chart.pgf;
