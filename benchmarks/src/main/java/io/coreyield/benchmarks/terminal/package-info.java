/** The progress line and its load bar. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.terminal;
