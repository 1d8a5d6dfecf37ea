package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * CoreYield measured the machine, or simulated one.
 *
 * @param simulated whether the machine was a simulated one, and nothing was measured
 * @param seed of the shuffles; also of every bootstrap of the report
 * @param topology which logical CPUs share a core, measured before the first trial; null where it
 *     was not measured
 * @param plan what it set out to do
 */
public record Measured(
    String jmhVersion, boolean simulated, long seed, @Nullable MeasuredTopology topology, Plan plan)
    implements RunOrigin {

  /** Throws an {@link IllegalArgumentException} if there is nothing to run. */
  public Measured {
    if (plan.isEmpty()) {
      throw new IllegalArgumentException("a plan needs at least one configuration");
    }
  }
}
