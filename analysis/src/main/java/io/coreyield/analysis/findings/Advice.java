package io.coreyield.analysis.findings;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;

/**
 * How many workers to start for one kind of code.
 *
 * @param kernel the kind of code, by what binds it
 * @param workers how many
 * @param each of what that is one
 */
public record Advice(Kernel kernel, int workers, Each each, Basis basis) {

  /** What each worker has. */
  public enum Each {
    LOGICAL_CPU,
    CORE,
    /** Part of the machine is left. */
    NEITHER
  }

  /** What an advice follows from. */
  public sealed interface Basis {}

  /**
   * A curve.
   *
   * @param speedUp of that many workers
   * @param further the fraction of the best throughput that more workers cannot add; NaN where
   *     there are no more logical CPUs
   */
  public record Curve(Estimate speedUp, double further) implements Basis {}

  /** What a sibling adds, as a fraction, by pairs alone. */
  public record Pairs(Estimate yield) implements Basis {}
}
