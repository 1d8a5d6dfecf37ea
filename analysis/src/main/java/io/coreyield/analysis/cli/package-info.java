/** The commands of {@code analysis.jar}, each a few lines, and how any command of ours ends. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.cli;
