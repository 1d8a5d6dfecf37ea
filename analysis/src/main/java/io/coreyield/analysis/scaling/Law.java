package io.coreyield.analysis.scaling;

import io.coreyield.analysis.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * A scalability law fitted to the points up to the physical cores: X(w) = γ·w / (1 + α·(w − 1) + β·w·(w
 * − 1)), with profile intervals.
 *
 * @param gamma γ, elements per second of one worker
 * @param alpha α, the share of contention
 * @param beta β, the coefficient of coherency; 0 in Amdahl's law
 * @param identifiable whether the points tell α, and β where it is fitted
 * @param reason why not; null where they do
 */
public record Law(
    Estimate gamma,
    Estimate alpha,
    Estimate beta,
    boolean identifiable,
    @Nullable String reason) {}
