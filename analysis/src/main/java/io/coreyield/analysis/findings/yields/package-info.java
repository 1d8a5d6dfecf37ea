/** What the second sibling of a core adds. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.findings.yields;
