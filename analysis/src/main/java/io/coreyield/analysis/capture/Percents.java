package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.ControlCharacters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that tools give to the parts of a CPU's time, and the counter that holds each. */
public final class Percents {

  /** Counters of a logical CPU. */
  static final int COUNTERS = 8;

  static final int IDLE = 3;

  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,9}(?:[.,][0-9]{1,20})?)%?");
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
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      throw new IllegalArgumentException(
          "%s is '%s', not a percentage".formatted(column, cut(text)));
    }
    return percent(column, Double.parseDouble(number.group(1).replace(',', '.')));
  }

  /** Checks the range of a share. */
  static float percent(String column, double value) {
    if (!(value >= 0 && value <= CaptureLimits.MAX_PERCENT)) {
      throw new IllegalArgumentException(
          "%s is %s percent of an interval".formatted(column, value));
    }
    return (float) value;
  }

  /**
   * Reads the number of a logical CPU, core, socket or NUMA node.
   *
   * @throws IllegalArgumentException if it is none
   */
  static int index(String text) {
    if (!text.matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "'%s' is no number of a logical CPU, core or socket".formatted(cut(text)));
    }
    return Integer.parseInt(text);
  }

  /** All percent of one logical CPU, of eight each. */
  static double sum(float[] parts, int cpu) {
    double sum = 0;
    for (int i = 0; i < COUNTERS; i++) {
      sum += parts[cpu * COUNTERS + i];
    }
    return sum;
  }

  /** Whether no logical CPU has any time. */
  static boolean isNothing(float[] parts) {
    for (float part : parts) {
      if (part > 0) {
        return false;
      }
    }
    return true;
  }

  /** The percent of some logical CPUs, of eight each. */
  static float[] of(float[] parts, int[] cpus) {
    float[] some = new float[cpus.length * COUNTERS];
    for (int i = 0; i < cpus.length; i++) {
      System.arraycopy(parts, cpus[i] * COUNTERS, some, i * COUNTERS, COUNTERS);
    }
    return some;
  }

  /** Untrusted text for a message: short, and without control characters. */
  public static String cut(String text) {
    return cut(text, 40);
  }

  /** The same of another length. */
  public static String cut(String text, int maxChars) {
    String some = text.length() > 4 * maxChars ? text.substring(0, 4 * maxChars) : text;
    String plain = ControlCharacters.spaced(some);
    return plain.length() > maxChars ? plain.substring(0, maxChars) + "…" : plain;
  }
}
