package io.coreyield.analysis.stats.fit;

import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.Sample;
import java.util.function.DoubleUnaryOperator;

/** The profile likelihood of a fitted scalability law, of data of which one worker does about 1. */
final class LawProfile {

  /** Above this a parameter counts as unbounded; meaningful ones are about 1 and less. */
  private static final double UNBOUNDED = 1000;

  /** The share of squares that is rounding: such data lie on the law. */
  private static final double EXACT = 1e-20;

  /** Of the ends of an interval, relative. */
  private static final double PRECISION = 1e-10;

  private final LawFit law;
  private final boolean[] free;
  private final double[] best;
  private final double limit;
  private final boolean exact;

  /**
   * Fits the law.
   *
   * @param coherency whether β is free; else it is 0
   */
  LawProfile(double[] workers, double[] throughputs, boolean coherency) {
    law = new LawFit(workers, throughputs);
    free = new boolean[] {true, true, coherency};
    best = law.best(new double[] {1, 0, 0}, free);
    int degreesOfFreedom = workers.length - (coherency ? LawFit.PARAMETERS : LawFit.PARAMETERS - 1);
    double t = Sample.criticalT(degreesOfFreedom);
    double squares = law.squares(best);
    limit = squares * (1 + t * t / degreesOfFreedom);
    exact = squares <= EXACT * law.squares(0, 0, 0);
  }

  /** A parameter with its interval; without one, with the reason, where it has no bound. */
  Estimate interval(int parameter) {
    double value = best[parameter];
    if (exact || !free[parameter]) {
      return Estimate.of(value, value, value);
    }
    DoubleUnaryOperator excess = at -> squaresWith(parameter, at) - limit;
    double low = excess.applyAsDouble(0) <= 0 ? 0 : crossing(excess, value, 0);
    double beyond = value + Math.max(value / 8, 1e-6);
    while (excess.applyAsDouble(beyond) <= 0 && beyond < UNBOUNDED) {
      beyond = value + 2 * (beyond - value);
    }
    return beyond >= UNBOUNDED
        ? Estimate.withoutInterval(value, "the worker counts set no bound to it")
        : Estimate.of(value, low, crossing(excess, value, beyond));
  }

  private double squaresWith(int parameter, double value) {
    double[] at = best.clone();
    at[parameter] = value;
    boolean[] others = free.clone();
    others[parameter] = false;
    return law.squares(law.descend(at, others));
  }

  /** Where the profile leaves the limit, between a value inside and one outside. */
  private static double crossing(DoubleUnaryOperator excess, double inside, double outside) {
    double in = inside;
    double out = outside;
    while (Math.abs(out - in) > PRECISION * Math.max(in, out)) {
      double middle = in + (out - in) / 2;
      if (excess.applyAsDouble(middle) <= 0) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }
}
