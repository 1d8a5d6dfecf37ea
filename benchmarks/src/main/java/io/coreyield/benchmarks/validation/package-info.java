/**
 * Checks whether findings are true: campaigns on machines whose truth is known, and an experiment
 * on this one.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.validation;
