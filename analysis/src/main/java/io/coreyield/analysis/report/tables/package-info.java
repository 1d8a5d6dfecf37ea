/** The tables of a report, as HTML, CSV, Markdown and LaTeX. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.report.tables;
