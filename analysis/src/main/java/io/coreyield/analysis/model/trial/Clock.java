package io.coreyield.analysis.model.trial;

import java.time.Instant;

/**
 * One moment on both clocks: what maps a run's {@code t_ns} to UTC.
 *
 * @param utc the wall clock
 * @param tNs the monotonic clock (CLOCK_MONOTONIC, {@link System#nanoTime}), shared by all JVMs of
 *     a machine
 */
public record Clock(Instant utc, long tNs) {

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  /** Throws an {@link IllegalArgumentException} if the date is not within 1970 to 2200. */
  public Clock {
    requireOfThisAge("clock.utc", utc);
  }

  /** Whether a run can have this time, 1970 to 2200: dates far outside overflow calendars. */
  public static boolean isOfThisAge(Instant moment) {
    return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
  }

  static void requireOfThisAge(String what, Instant moment) {
    if (!isOfThisAge(moment)) {
      throw new IllegalArgumentException(
          "%s is %s: a run lies between 1970 and 2200".formatted(what, moment));
    }
  }

  /** The wall-clock time of a moment on the monotonic clock. */
  public Instant toUtc(long momentNs) {
    return utc.plusNanos(momentNs - tNs);
  }
}
