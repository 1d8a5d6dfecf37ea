/** What a user watches a measurement on: the progress line with its load bar. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.terminal;
