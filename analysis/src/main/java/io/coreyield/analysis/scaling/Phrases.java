package io.coreyield.analysis.scaling;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures in words, the same under every locale. */
final class Phrases {

  private static final double ONE_DECIMAL_BELOW_PERCENT = 10;

  /** Below it a throughput is told in millions. */
  private static final double LEAST_BILLIONS = 0.1e9;

  private Phrases() {}

  /** A fraction: {@code 3.1 % [1.2, 5.0]}, {@code 81 % [78, 84]}, {@code 81.2 % [81.0, 81.4]}. */
  static String percent(Estimate fraction) {
    Estimate percent = fraction.times(100);
    return figure(fraction) + interval(format(percent), percent);
  }

  /** The same without its interval, where the sentence says why there is none: {@code 3.1 %}. */
  static String figure(Estimate fraction) {
    Estimate percent = fraction.times(100);
    return number(format(percent), percent.value()) + " %";
  }

  private static String format(Estimate percent) {
    return needsDecimal(percent) ? "%.1f" : "%.0f";
  }

  private static boolean needsDecimal(Estimate percent) {
    return Math.abs(percent.value()) < ONE_DECIMAL_BELOW_PERCENT
        || Math.rint(percent.low()) == Math.rint(percent.high());
  }

  /** A factor: {@code 1.97× [1.93, 2.00]}. */
  static String factor(Estimate factor) {
    return number("%.2f", factor.value()) + "×" + interval("%.2f", factor);
  }

  /** A clock: {@code 3.50 GHz [3.45, 3.55]}. */
  static String gigahertz(Estimate clock) {
    return number("%.2f", clock.value()) + " GHz" + interval("%.2f", clock);
  }

  /** A throughput: {@code 3.50 billion elements a second [3.45, 3.55]}. */
  static String throughput(Estimate elementsPerSecond) {
    return inBillions(elementsPerSecond)
        ? amount(elementsPerSecond.times(1e-9), " billion elements a second")
        : amount(elementsPerSecond.times(1e-6), " million elements a second");
  }

  /** A throughput whose unit was said before: {@code 3.50 G [3.45, 3.55]}. */
  static String elements(Estimate elementsPerSecond) {
    return inBillions(elementsPerSecond)
        ? amount(elementsPerSecond.times(1e-9), " G")
        : amount(elementsPerSecond.times(1e-6), " M");
  }

  private static boolean inBillions(Estimate elementsPerSecond) {
    return elementsPerSecond.value() >= LEAST_BILLIONS;
  }

  private static String amount(Estimate amount, String unit) {
    return number("%.2f", amount.value()) + unit + interval("%.2f", amount);
  }

  /** A confidence, cut and never rounded up: {@code 97.3 %}; {@code unknown} of none. */
  static String share(@Nullable Double fraction) {
    return fraction == null
        ? "unknown"
        : number("%.1f", Math.floor(fraction * 1000 + 1e-9) / 10) + " %";
  }

  /** A count with its noun: {@code 1 worker}, {@code 2 workers}. */
  static String count(int count, String noun) {
    return String.format(Locale.ROOT, "%d %s%s", count, noun, count == 1 ? "" : "s");
  }

  /** Things in a sentence: {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> things) {
    int last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
  }

  private static String interval(String format, Estimate estimate) {
    return estimate.hasInterval()
        ? " [" + number(format, estimate.low()) + ", " + number(format, estimate.high()) + "]"
        : " (no interval: " + estimate.reason() + ")";
  }

  private static String number(String format, double value) {
    String digits = String.format(Locale.ROOT, format, Math.abs(value));
    boolean isZero = digits.chars().allMatch(c -> c == '0' || c == '.');
    return value < 0 && !isZero ? "−" + digits : digits;
  }
}
