/**
 * What a reader sees of a run: {@code verdict.json} for machines, one page, tables and a summary
 * for people. Everything shown comes from {@link io.coreyield.analysis.scaling.Findings}.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.report;
