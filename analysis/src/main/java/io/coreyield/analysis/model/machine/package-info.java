/**
 * The machine that is measured: its topology, its state before the run, and what makes it unfit.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.model.machine;
