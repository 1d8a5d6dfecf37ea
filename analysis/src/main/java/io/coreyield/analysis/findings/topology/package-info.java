/** Which logical CPUs share a core, by measurement. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.findings.topology;
