package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.stats.Estimate;

/**
 * One figure from two programs.
 *
 * @param figure its name
 * @param unit by which both are divided before they are shown
 * @param ours from CoreYield
 * @param by the other program and its function
 * @param theirs from the other program
 * @param why they differ; {@code none} if they do not
 */
record Compared(String figure, double unit, Estimate ours, String by, Estimate theirs, String why) {

  String markdown() {
    return Markdown.row(figure, words(ours), words(theirs), by, why);
  }

  private String words(Estimate estimate) {
    Estimate e = estimate.times(1 / unit);
    return e.hasInterval()
        ? "%.5f [%.5f, %.5f]".formatted(e.value(), e.low(), e.high())
        : "%.5f".formatted(e.value());
  }
}
