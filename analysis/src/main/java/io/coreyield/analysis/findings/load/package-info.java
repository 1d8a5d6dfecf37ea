/** How loaded the machine was, and which trials gave a result. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.findings.load;
