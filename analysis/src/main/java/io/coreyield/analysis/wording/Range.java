package io.coreyield.analysis.wording;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * From the least to the largest of several figures, in a sentence: one figure where both are
 * written alike.
 *
 * @param low a fraction or factor
 * @param high the same, no less
 */
record Range(double low, double high) {

  /** Of at least one figure; NaN of none. */
  static Range of(Stream<Double> figures) {
    DoubleSummaryStatistics all = figures.mapToDouble(Double::doubleValue).summaryStatistics();
    return all.getCount() == 0
        ? new Range(Double.NaN, Double.NaN)
        : new Range(all.getMin(), all.getMax());
  }

  boolean isKnown() {
    return !Double.isNaN(low);
  }

  Range plus(double more) {
    return new Range(low + more, high + more);
  }

  Range negated() {
    return new Range(-high, -low);
  }

  /** {@code 85–94 %}, {@code −1 to 2 %}. */
  String percentages() {
    return text("%.0f", 100, "\u00a0%");
  }

  /** {@code 1.99–2.00×}. */
  String factors() {
    return text("%.2f", 1, "×");
  }

  private String text(String format, double scale, String suffix) {
    String least = Unit.rounded(format, scale * low);
    String most = Unit.rounded(format, scale * high);
    String to = least.startsWith("−") ? "\u00a0to\u00a0" : "–";
    return String.format(
        Locale.ROOT, "%s%s", least.equals(most) ? least : least + to + most, suffix);
  }
}
