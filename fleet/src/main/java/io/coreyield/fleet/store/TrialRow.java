package io.coreyield.fleet.store;

import org.jspecify.annotations.Nullable;

/**
 * A trial of a run: one JVM.
 *
 * @param kernel null of an idle trial
 * @param workers null but of a summation
 * @param placement {@code pair} of a trial of a core's siblings, {@code idle} of an idle one
 * @param startS since the start of the run's clock
 * @param elementsPerSecond mean of its iterations; null but of a summation that gave a result
 * @param failure why it gave no result; null where it did
 */
public record TrialRow(
    int number,
    int round,
    @Nullable String kernel,
    @Nullable String model,
    @Nullable Integer workers,
    @Nullable Long elements,
    String placement,
    @Nullable String scaling,
    double startS,
    double wallS,
    @Nullable Double elementsPerSecond,
    @Nullable String failure) {}
