/** The answer with its tables in short, as text: for the terminal, and to paste elsewhere. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.report.brief;
