package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.stats.Estimate;
import java.util.Locale;

/**
 * One figure as two programs tell it.
 *
 * @param figure what it is
 * @param unit by which both are divided before they are shown
 * @param ours as CoreYield tells it
 * @param by the other program, and what of it
 * @param theirs as that tells it
 * @param why they differ; or that they do not
 */
record Compared(String figure, double unit, Estimate ours, String by, Estimate theirs, String why) {

  String markdown() {
    return Markdown.row(figure, words(ours), words(theirs), by, why);
  }

  private String words(Estimate estimate) {
    Estimate e = estimate.times(1 / unit);
    return e.hasInterval()
        ? String.format(Locale.ROOT, "%.5f [%.5f, %.5f]", e.value(), e.low(), e.high())
        : String.format(Locale.ROOT, "%.5f", e.value());
  }
}
