package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.SteadyState;

/**
 * Whether one fork reached a steady state.
 *
 * @param trial the fork
 * @param state by changepoints of its operations, or of the windows of its blocks
 * @param trimmed measurement iterations that began before the steady state, and count for nothing
 */
public record ForkState(Trial trial, SteadyState state, int trimmed) {}
