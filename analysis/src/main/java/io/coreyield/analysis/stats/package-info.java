/** Intervals, correlation and fitted curves: arithmetic on numbers that were measured elsewhere. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.stats;
