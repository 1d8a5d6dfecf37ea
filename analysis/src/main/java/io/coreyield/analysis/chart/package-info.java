/**
 * One description per chart: axes, series, bands, marks, legend, text alternative. What draws it is
 * in {@code chart.svg} (the page), {@code chart.xchart} (files) and {@code chart.pgf} (LaTeX).
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.chart;
