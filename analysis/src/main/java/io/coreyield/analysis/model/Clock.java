package io.coreyield.analysis.model;

import java.time.Instant;

/**
 * One moment on both clocks: what maps a run's {@code t_ns} to UTC.
 *
 * @param utc the wall clock
 * @param tNs the monotonic clock (CLOCK_MONOTONIC, {@link System#nanoTime}), shared by all JVMs of
 *     a machine
 */
public record Clock(Instant utc, long tNs) {

  /** The wall-clock time of a moment on the monotonic clock. */
  public Instant toUtc(long momentNs) {
    return utc.plusNanos(momentNs - tNs);
  }
}
