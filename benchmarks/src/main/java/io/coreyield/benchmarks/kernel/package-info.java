/**
 * The summation kernels: plain functions with a known answer and a physical bound. Nothing here
 * knows of JMH.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.kernel;
