/** The summary at the end of a command. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.report.terminal;
