package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.stats.fit.ScalabilityLaw;
import java.util.List;
import java.util.Optional;

/**
 * Throughput against workers for one kernel, concurrency model, placement and scaling.
 *
 * @param points by ascending number of workers, at least one
 * @param knee the bend at the physical cores
 * @param usl the Universal Scalability Law, up to the physical cores
 * @param amdahl Amdahl's law, up to the physical cores
 */
public record ScalingCurve(
    Kernel kernel,
    ConcurrencyModel model,
    Placement placement,
    Scaling scaling,
    List<ScalingPoint> points,
    Knee knee,
    ScalabilityLaw usl,
    ScalabilityLaw amdahl) {

  /** Whether the scheduler places the workers, and each sums n elements. */
  public boolean isPlain() {
    return placement == Placement.OS && scaling == Scaling.WEAK;
  }

  public Optional<ScalingPoint> at(int workers) {
    return points.stream().filter(p -> p.configuration().workers() == workers).findFirst();
  }
}
