package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.ControlCharacters;
import java.util.List;
import java.util.regex.Pattern;

/** The names that tools give to the parts of a CPU's time, and the counter that holds each. */
final class Percents {

  /** Counters of a logical CPU. */
  static final int COUNTERS = 8;

  static final int IDLE = 3;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(?:[.,][0-9]{1,20})?");
  private static final List<List<String>> NAMES =
      List.of(
          List.of("usr", "user", "guest", "gst"),
          List.of("nice", "nic", "gnice"),
          List.of("sys", "system"),
          List.of("idl", "idle"),
          List.of("wai", "iowait"),
          List.of("hiq", "irq"),
          List.of("siq", "soft", "softirq"),
          List.of("stl", "steal"));

  private Percents() {}

  /** The counter that holds a column, 0 to 7 as in load.csv; -1 for none. */
  static int counter(String column) {
    String name = column.startsWith("%") ? column.substring(1) : column;
    for (int i = 0; i < COUNTERS; i++) {
      if (NAMES.get(i).contains(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Reads a share of an interval.
   *
   * @throws IllegalArgumentException if it is no number from 0 to {@link CaptureLimits#MAX_PERCENT}
   */
  static float percent(String column, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s is '%s', not a percentage".formatted(column, cut(text)));
    }
    return percent(column, Double.parseDouble(text.replace(',', '.')));
  }

  /** Checks the range of a share. */
  static float percent(String column, double value) {
    if (!(value >= 0 && value <= CaptureLimits.MAX_PERCENT)) {
      throw new IllegalArgumentException(
          "%s is %s percent of an interval".formatted(column, value));
    }
    return (float) value;
  }

  /** Untrusted text for a message: short, and without control characters. */
  static String cut(String text) {
    return cut(text, 40);
  }

  static String cut(String text, int maxChars) {
    String some = text.length() > 4 * maxChars ? text.substring(0, 4 * maxChars) : text;
    String plain = ControlCharacters.spaced(some);
    return plain.length() > maxChars ? plain.substring(0, maxChars) + "…" : plain;
  }
}
