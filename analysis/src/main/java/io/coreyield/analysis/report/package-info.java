/** Writes the report of a run: page, tables, methods, {@code verdict.json} and figures. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.report;
