/** How far figures can be trusted: taints, the A/A control, steady state. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.findings.trust;
