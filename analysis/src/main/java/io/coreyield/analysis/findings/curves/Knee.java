package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * The bend of an unpinned curve at the physical cores.
 *
 * @param yield what workers beyond the cores add, a fraction; unknown, with the reason, where it is
 *     not identifiable
 * @param note what to know of the fit; null where there is nothing
 */
public record Knee(Estimate yield, @Nullable String note) {}
