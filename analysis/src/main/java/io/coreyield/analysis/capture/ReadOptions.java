package io.coreyield.analysis.capture;

import org.jspecify.annotations.Nullable;

/**
 * What a user says of files that do not say it themselves.
 *
 * @param year of time stamps that have none; null to find out
 * @param intervalSeconds between two samples of a series that does not name it; null if not given
 * @param platform of the machine to read where a file holds several, or how it begins; null for all
 */
public record ReadOptions(
    @Nullable Integer year, @Nullable Double intervalSeconds, @Nullable String platform) {

  /** A user who says nothing. */
  public static final ReadOptions NONE = new ReadOptions(null, null, null);
}
