package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.model.plan.Configuration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of elements as people type it: {@code 268435456} or {@code 2^28}. */
record Elements(long count) {

  private static final Pattern POWER_OF_TWO = Pattern.compile("2\\^(\\d{1,3})");

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if the text is not a whole number, or the sum would overflow
   */
  static Elements parse(String text) {
    Matcher power = POWER_OF_TWO.matcher(text);
    if (power.matches()) {
      int exponent = Integer.parseInt(power.group(1));
      return of(exponent > 62 ? Long.MAX_VALUE : 1L << exponent);
    }
    try {
      return of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "n = '%s': give a whole number up to 2^32, as in 268435456 or 2^28".formatted(text), e);
    }
  }

  private static Elements of(long count) {
    return new Elements(Configuration.requireElements(count));
  }
}
