package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.ControlCharacters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names that tools give to the parts of a CPU's time, and the counter that each is held in. */
final class Percents {

  /** Counters of a logical CPU. */
  static final int COUNTERS = 8;

  private static final int IDLE = 3;
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

  /** Which counter a column is held in, 0 to 7 as in load.csv; -1 for none. */
  static int counter(String column) {
    String name = column.startsWith("%") ? column.substring(1) : column;
    for (int i = 0; i < COUNTERS; i++) {
      if (NAMES.get(i).contains(name)) {
        return i;
      }
    }
    return -1;
  }

  static int idle() {
    return IDLE;
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
    double value = Double.parseDouble(text.replace(',', '.'));
    return percent(column, value);
  }

  /** Checks the range of one. */
  static float percent(String column, double value) {
    if (!(value >= 0 && value <= CaptureLimits.MAX_PERCENT)) {
      throw new IllegalArgumentException(
          "%s is %s percent of an interval".formatted(column, value));
    }
    return (float) value;
  }

  /** Checks what the parts of one logical CPU add up to. */
  static void requireSum(float[] parts, int from, int cpu) {
    double sum = 0;
    for (int i = from; i < from + COUNTERS; i++) {
      sum += parts[i];
    }
    if (sum > CaptureLimits.MAX_SUM_PERCENT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "the parts of CPU %d add up to %.1f %% of an interval", cpu, sum));
    }
  }

  /** A stranger's text for a message: short, and without control characters. */
  static String cut(String text) {
    return cut(text, 40);
  }

  /** The same with so many characters at most. */
  static String cut(String text, int most) {
    String some = text.length() > 4 * most ? text.substring(0, 4 * most) : text;
    String plain = ControlCharacters.spaced(some);
    return plain.length() > most ? plain.substring(0, most) + "…" : plain;
  }
}
