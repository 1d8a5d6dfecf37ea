package io.coreyield.fleet.store;

import io.coreyield.analysis.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a run.
 *
 * @param kind of figure, as {@code comparison.json} names it
 * @param program of another tool; null of a kernel
 * @param setting how it was measured: figures of two settings are not put together
 * @param tainted whether it holds tainted iterations
 * @param category of a yield; null of others
 */
public record FigureRow(
    String kind,
    @Nullable String kernel,
    @Nullable String model,
    @Nullable String program,
    String setting,
    Estimate estimate,
    int forks,
    boolean tainted,
    @Nullable String category) {}
