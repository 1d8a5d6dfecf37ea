package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.stats.Estimate;
import java.util.Locale;

/** What an SMT sibling is, by its yield. */
public sealed interface Verdict {

  /** How near an interval must lie to 0 or 1 to be called fake or real. */
  double MARGIN = 0.05;

  /** The widest interval, as half-width, that gives an answer. */
  double WIDEST_HALF_WIDTH = 0.25;

  /** The interval lies within 5 points of 0: the sibling adds nothing. */
  record Fake() implements Verdict {}

  /** The interval lies within 5 points of 1: the sibling is as good as a core. */
  record Real() implements Verdict {}

  /** Neither, and the interval is narrow enough to say so. */
  record Partial() implements Verdict {}

  /** There is no answer. */
  record Unknown(String reason) implements Verdict {}

  /** The word in files. */
  default String answer() {
    return switch (this) {
      case Fake() -> "fake";
      case Real() -> "real";
      case Partial() -> "partial";
      case Unknown(_) -> "unknown";
    };
  }

  /** The verdict on a yield (a fraction: 0.25 is 25 %). */
  static Verdict of(Estimate yield) {
    if (!yield.hasInterval()) {
      return new Unknown(yield.reason() == null ? "no interval" : yield.reason());
    }
    if (yield.low() >= -MARGIN && yield.high() <= MARGIN) {
      return new Fake();
    }
    if (yield.low() >= 1 - MARGIN && yield.high() <= 1 + MARGIN) {
      return new Real();
    }
    if (yield.halfWidth() > WIDEST_HALF_WIDTH) {
      return new Unknown(
          String.format(
              Locale.ROOT, "the interval is too wide: ± %.0f points", 100 * yield.halfWidth()));
    }
    return new Partial();
  }
}
