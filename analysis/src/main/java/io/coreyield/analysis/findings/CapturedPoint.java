package io.coreyield.analysis.findings;

import io.coreyield.analysis.model.trial.Captured.Timing;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a program with so many workers, against one worker. Nothing here has an interval.
 *
 * @param perSecond throughput of all workers together
 * @param speedUp throughput over that of one worker; NaN where none was timed
 * @param efficiency speed-up over workers; NaN where none was timed
 * @param timing what the user gave; null of a point of a curve
 */
public record CapturedPoint(
    int workers, double perSecond, double speedUp, double efficiency, @Nullable Timing timing) {}
