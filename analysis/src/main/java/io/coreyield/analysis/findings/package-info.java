/**
 * What a run says, as numbers and categories; {@link io.coreyield.analysis.findings.Findings} holds
 * all of it.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.findings;
