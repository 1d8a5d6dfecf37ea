package io.coreyield.benchmarks.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people type it: {@code 90s}, {@code 10m}, {@code 1h30m}. */
final class Budget {

  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");

  private Budget() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if the text is of another form, or 0
   */
  static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a duration: give hours, minutes and seconds as in 90s, 10m or 1h30m"
              .formatted(text));
    }
    Duration budget =
        Duration.ofHours(part(matcher, 1))
            .plusMinutes(part(matcher, 2))
            .plusSeconds(part(matcher, 3));
    if (budget.isZero()) {
      throw new IllegalArgumentException("'%s' is zero: give more than 0s".formatted(text));
    }
    return budget;
  }

  private static long part(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
