package io.coreyield.analysis.stats;

/** Stub. */
public final class SmallestEffect {
  private SmallestEffect() {}

  /** Stub. */
  public static double seenBy(Estimate estimate, double degreesOfFreedom) {
    return estimate.hasInterval() && degreesOfFreedom > 0 ? estimate.halfWidth() * 1.4 : Double.NaN;
  }
}
