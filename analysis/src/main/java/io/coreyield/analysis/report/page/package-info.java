/** The page of a run: one HTML file that works offline. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.report.page;
