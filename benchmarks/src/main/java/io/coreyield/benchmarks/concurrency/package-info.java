/**
 * N workers that run one task at once: {@link io.coreyield.benchmarks.concurrency.WorkerGroup} and
 * one implementation per concurrency model.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.concurrency;
