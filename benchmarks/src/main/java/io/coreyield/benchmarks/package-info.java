/** One benchmark class per question, for JMH. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks;
