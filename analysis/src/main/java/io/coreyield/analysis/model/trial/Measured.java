package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.Plan;

/**
 * CoreYield measured the machine, or simulated one.
 *
 * @param simulated whether the machine was a simulated one, and nothing was measured
 * @param seed of the shuffles; also of every bootstrap of the report
 * @param plan what it set out to do
 */
public record Measured(String jmhVersion, boolean simulated, long seed, Plan plan)
    implements RunOrigin {

  /** Throws an {@link IllegalArgumentException} if there is nothing to run. */
  public Measured {
    if (plan.isEmpty()) {
      throw new IllegalArgumentException("a plan needs at least one configuration");
    }
  }
}
