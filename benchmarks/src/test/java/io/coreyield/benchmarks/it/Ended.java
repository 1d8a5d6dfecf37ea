package io.coreyield.benchmarks.it;

/**
 * What a process left.
 *
 * @param exit its exit code
 * @param out all of its standard output
 * @param err all of its standard error
 */
record Ended(int exit, String out, String err) {}
