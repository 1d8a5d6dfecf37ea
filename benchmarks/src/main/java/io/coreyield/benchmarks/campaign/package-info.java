/** The campaign: plan, rounds, budget, stopping rule, resume. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.campaign;
