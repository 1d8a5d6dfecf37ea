/** Charts as SVG inside a page, with real text and the classes of its style sheet. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.chart.svg;
