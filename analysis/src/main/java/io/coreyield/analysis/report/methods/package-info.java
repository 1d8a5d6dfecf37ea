/**
 * The methods section of a run: templates filled with its figures, and the works that they cite.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.report.methods;
