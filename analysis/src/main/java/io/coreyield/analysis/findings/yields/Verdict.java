package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.stats.Estimate;
import java.util.Locale;

/** What an SMT sibling is, by its yield. */
public sealed interface Verdict {

  /** How near an interval must lie to 0 or 1 to be called fake or real. */
  double MARGIN = 0.05;

  /** The widest interval, as half-width, of which anything is said. */
  double WIDEST_HALF_WIDTH = 0.25;

  /** The word in files: {@code fake}, {@code real}, {@code partial}, {@code unknown}. */
  String answer();

  /** The interval lies within 5 points of 0: the sibling adds nothing. */
  record Fake() implements Verdict {
    @Override
    public String answer() {
      return "fake";
    }
  }

  /** The interval lies within 5 points of 1: the sibling is as good as a core. */
  record Real() implements Verdict {
    @Override
    public String answer() {
      return "real";
    }
  }

  /** Neither, and the interval is narrow enough to say so. */
  record Partial() implements Verdict {
    @Override
    public String answer() {
      return "partial";
    }
  }

  /** It is unknown. */
  record Unknown(String reason) implements Verdict {
    @Override
    public String answer() {
      return "unknown";
    }
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
              Locale.ROOT,
              "the interval is too wide: cannot tell below %.0f points",
              100 * yield.halfWidth()));
    }
    return new Partial();
  }
}
