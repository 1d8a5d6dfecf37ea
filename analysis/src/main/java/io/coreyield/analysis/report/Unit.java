package io.coreyield.analysis.report;

import io.coreyield.analysis.stats.Estimate;
import java.util.Locale;

/** How a figure is written for people: rounded, with its unit, the same in every locale. */
public enum Unit {
  /** Elements per second, with an SI prefix: {@code 3.52 G/s}. */
  ELEMENTS_PER_SECOND("/s"),
  /** Seconds, with an SI prefix: {@code 19.3 ms}. */
  SECONDS("s"),
  /** A factor: {@code 3.97×}. */
  FACTOR("×"),
  /** A fraction, shown in percent: {@code 25.3 %}. */
  PERCENT("%"),
  /** A difference of fractions in points of percent, which a heading names: {@code −3.1}. */
  POINTS(""),
  /** A parameter of a law, to four decimals. */
  PARAMETER(""),
  /** Logical CPUs, to two decimals. */
  CPUS(""),
  /** A correlation, to two decimals. */
  CORRELATION(""),
  /** A clock, to two decimals: {@code 3.50 GHz}. */
  GIGAHERTZ("GHz");

  /** Stands where there is no figure. */
  static final String NONE = "–";

  private static final String SPACE = "\u00a0";
  private static final String[] PREFIXES = {"n", "µ", "m", "", "k", "M", "G", "T", "P"};
  private static final int NO_PREFIX = 3;

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** The figure with its unit; {@link #NONE} for NaN. */
  public String text(double value) {
    return Double.isNaN(value) ? NONE : number(value, value) + suffix(value);
  }

  /** The interval with its unit, in the prefix of the figure; empty where there is none. */
  public String interval(Estimate estimate) {
    if (!estimate.hasInterval()) {
      return "";
    }
    double scale = estimate.value();
    return "%s to %s%s"
        .formatted(number(estimate.low(), scale), number(estimate.high(), scale), suffix(scale));
  }

  /** The interval in brackets after a space, without its unit; empty where there is none. */
  String brackets(Estimate estimate) {
    double scale = estimate.value();
    return estimate.hasInterval()
        ? " [%s, %s]".formatted(number(estimate.low(), scale), number(estimate.high(), scale))
        : "";
  }

  /** A fraction as whole percent, for scales. */
  static String wholePercent(double fraction) {
    return withMinusSign(String.format(Locale.ROOT, "%.0f", 100 * fraction)) + SPACE + "%";
  }

  private String number(double value, double scale) {
    String digits =
        switch (this) {
          case ELEMENTS_PER_SECOND, SECONDS -> threeDigits(value / Math.pow(1000, power(scale)));
          case FACTOR, CPUS, CORRELATION, GIGAHERTZ -> String.format(Locale.ROOT, "%.2f", value);
          case PERCENT, POINTS -> String.format(Locale.ROOT, "%.1f", 100 * value);
          case PARAMETER -> String.format(Locale.ROOT, "%.4f", value);
        };
    return withMinusSign(digits);
  }

  private String suffix(double scale) {
    return switch (this) {
      case ELEMENTS_PER_SECOND, SECONDS -> SPACE + PREFIXES[power(scale) + NO_PREFIX] + symbol;
      case PERCENT, GIGAHERTZ -> SPACE + symbol;
      case FACTOR, POINTS, PARAMETER, CPUS, CORRELATION -> symbol;
    };
  }

  private static int power(double value) {
    double magnitude = Math.abs(value);
    if (magnitude == 0 || Double.isNaN(magnitude) || Double.isInfinite(magnitude)) {
      return 0;
    }
    // Three digits of 999.6 are 1.00 of the next prefix.
    int power = (int) Math.floor(Math.log10(magnitude * (1 + 5e-4)) / 3);
    return Math.clamp(power, -NO_PREFIX, PREFIXES.length - 1 - NO_PREFIX);
  }

  private static String threeDigits(double value) {
    double magnitude = Math.abs(value);
    int decimals = magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A hyphen is too short for a minus, and "-0.00" says nothing that "0.00" does not. */
  private static String withMinusSign(String digits) {
    if (!digits.startsWith("-")) {
      return digits;
    }
    boolean zero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? digits.substring(1) : "−" + digits.substring(1);
  }
}
