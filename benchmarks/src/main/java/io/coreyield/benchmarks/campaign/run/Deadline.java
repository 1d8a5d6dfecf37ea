package io.coreyield.benchmarks.campaign.run;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** When the last trial must have ended, so that the campaign and its report keep the budget. */
public final class Deadline {

  /** Shown where there is no limit. */
  private static final Duration NEVER = Duration.ofDays(365);

  private final LongSupplier clock;
  private final long startNs;
  private final @Nullable Long endNs;

  /**
   * From the start of the budget.
   *
   * @param clock {@link System#nanoTime}, or that of a simulated machine
   * @param startNs that moment, on the clock
   * @param measuring until the last trial has ended; null: no limit
   */
  public Deadline(LongSupplier clock, long startNs, @Nullable Duration measuring) {
    this.clock = clock;
    this.startNs = startNs;
    this.endNs = measuring == null ? null : (Long) (startNs + measuring.toNanos());
  }

  /** Whether something that takes so long still ends in time. */
  public boolean holds(double seconds) {
    return endNs == null || clock.getAsLong() + seconds * 1e9 <= endNs;
  }

  public Duration elapsed() {
    return Duration.ofNanos(clock.getAsLong() - startNs);
  }

  /** Time until the end; a year where there is none. */
  public Duration left() {
    return endNs == null ? NEVER : Duration.ofNanos(Math.max(0, endNs - clock.getAsLong()));
  }
}
