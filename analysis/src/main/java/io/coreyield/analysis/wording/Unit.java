package io.coreyield.analysis.wording;

import io.coreyield.analysis.stats.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
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

  /** Shown where there is no figure. */
  public static final String NONE = "–";

  private static final String SPACE = "\u00a0";
  private static final String[] PREFIXES = {"n", "µ", "m", "", "k", "M", "G", "T", "P"};
  private static final int NO_PREFIX = 3;
  private static final MathContext TWO_DIGITS = new MathContext(2);

  /** Below it a throughput in a sentence is in millions. */
  private static final double MIN_BILLIONS = 0.1e9;

  private static final double ONE_DECIMAL_BELOW_PERCENT = 10;

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** The figure with its unit; {@link #NONE} for NaN. */
  public String text(double value) {
    return Double.isNaN(value) ? NONE : number(value, value) + suffix(value);
  }

  /** In at most two significant digits, with its unit: {@code 3.5 G/s}; {@link #NONE} for NaN. */
  public String brief(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    double twoDigits = new BigDecimal(value).round(TWO_DIGITS).doubleValue();
    double scaled = scaled(twoDigits, twoDigits);
    return rounded(Math.abs(scaled) < 9.95 ? "%.1f" : "%.0f", scaled) + suffix(twoDigits);
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

  /** The figure with its unit, and its interval, if any, in parentheses. */
  public String textAndInterval(Estimate estimate) {
    return text(estimate.value()) + (estimate.hasInterval() ? " (" + interval(estimate) + ")" : "");
  }

  /** The interval in brackets after a space, without its unit; empty where there is none. */
  public String brackets(Estimate estimate) {
    double scale = estimate.value();
    return estimate.hasInterval()
        ? " [%s, %s]".formatted(number(estimate.low(), scale), number(estimate.high(), scale))
        : "";
  }

  /**
   * In a sentence, with the interval or the reason why there is none: {@code 3.1 % [1.2, 5.0]},
   * {@code 81 % [78, 84]}, {@code 1.97× [1.93, 2.00]}, {@code 3.50 GHz [3.45, 3.55]}, {@code 3.50
   * billion elements a second [3.45, 3.55]}.
   */
  public String sentence(Estimate estimate) {
    return switch (this) {
      case ELEMENTS_PER_SECOND ->
          sentence(estimate, " billion elements a second", " million elements a second");
      case PERCENT -> withInterval(estimate.times(100), percentFormat(estimate), " %");
      default -> withInterval(estimate, "%.2f", symbol.length() > 1 ? " " + symbol : symbol);
    };
  }

  /** A fraction in a sentence that says why there is no interval: {@code 3.1 %}. */
  public static String percent(Estimate fraction) {
    return rounded(percentFormat(fraction), 100 * fraction.value()) + " %";
  }

  /** A throughput in a sentence that has said its unit: {@code 3.50 G [3.45, 3.55]}. */
  public static String elements(Estimate elementsPerSecond) {
    return sentence(elementsPerSecond, " G", " M");
  }

  private static String sentence(Estimate elementsPerSecond, String billions, String millions) {
    return elementsPerSecond.value() >= MIN_BILLIONS
        ? withInterval(elementsPerSecond.times(1e-9), "%.2f", billions)
        : withInterval(elementsPerSecond.times(1e-6), "%.2f", millions);
  }

  private static String withInterval(Estimate scaled, String format, String suffix) {
    String interval =
        scaled.hasInterval()
            ? "[%s, %s]".formatted(rounded(format, scaled.low()), rounded(format, scaled.high()))
            : "(no interval: %s)".formatted(scaled.reason());
    return rounded(format, scaled.value()) + suffix + " " + interval;
  }

  private static String percentFormat(Estimate fraction) {
    Estimate percent = fraction.times(100);
    return Math.abs(percent.value()) < ONE_DECIMAL_BELOW_PERCENT
            || Math.rint(percent.low()) == Math.rint(percent.high())
        ? "%.1f"
        : "%.0f";
  }

  private String number(double value, double scale) {
    double scaled = scaled(value, scale);
    return switch (this) {
      case ELEMENTS_PER_SECOND, SECONDS -> threeDigits(scaled);
      case FACTOR, CPUS, CORRELATION, GIGAHERTZ -> rounded("%.2f", scaled);
      case PERCENT, POINTS -> rounded("%.1f", scaled);
      case PARAMETER -> rounded("%.4f", scaled);
    };
  }

  private double scaled(double value, double scale) {
    return switch (this) {
      case ELEMENTS_PER_SECOND, SECONDS -> value / Math.pow(1000, power(scale));
      case PERCENT, POINTS -> 100 * value;
      case FACTOR, PARAMETER, CPUS, CORRELATION, GIGAHERTZ -> value;
    };
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
    return rounded("%." + decimals + "f", value);
  }

  /** A hyphen is too short for a minus, and "-0.00" says nothing that "0.00" does not. */
  static String rounded(String format, double value) {
    String digits = String.format(Locale.ROOT, format, value);
    boolean zero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    return digits.replace("-", zero ? "" : "−");
  }
}
