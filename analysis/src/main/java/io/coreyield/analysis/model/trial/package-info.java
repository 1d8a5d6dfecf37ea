/** What was measured: a run, its trials and iterations, and the pairs of logical CPUs. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.model.trial;
