package io.coreyield.analysis.findings;

import io.coreyield.analysis.model.trial.Captured.Timing;

/**
 * One timing of a program, against one worker. Nothing here has an interval.
 *
 * @param timing what the user gave
 * @param elementsPerSecond of all workers together
 * @param speedUp throughput over that of one worker; NaN where none was timed
 * @param efficiency speed-up over workers; NaN where none was timed
 */
public record CapturedPoint(
    Timing timing, double elementsPerSecond, double speedUp, double efficiency) {}
