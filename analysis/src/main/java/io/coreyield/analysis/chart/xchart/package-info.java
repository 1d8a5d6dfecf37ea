/**
 * The figures of a report, as SVG, PDF and PNG. The only package that imports XChart: it draws the
 * data; axes, legends and marks are drawn here, because XChart puts ticks at decimal steps only and
 * never wraps a legend.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.chart.xchart;
