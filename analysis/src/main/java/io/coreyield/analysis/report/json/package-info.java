/** {@code verdict.json} and {@code comparison.json}. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.report.json;
