package io.coreyield.analysis.findings;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.curves.Knee;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.Doubt;
import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.ClockCheck;
import io.coreyield.analysis.findings.yields.Controls;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.Sampling;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.fit.ScalabilityLaw;
import java.util.Collections;
import java.util.List;

/** Results of which a test names only what it is about. */
public final class Known {

  private static final String NOT_FITTED = "nothing was fitted";

  private static final String NO_CLOCK = "no clock was read";

  private Known() {}

  /** Findings of a quick run of a simulated machine. */
  public static MeasuredFindings quick(int cores, int threadsPerCore) {
    return MeasuredFindings.of(SimulatedRuns.quick(cores, threadsPerCore));
  }

  /** A point without a taint. */
  public static ScalingPoint point(
      Configuration configuration,
      int forks,
      Estimate elementsPerSecond,
      Estimate speedUp,
      Estimate efficiency) {
    return new ScalingPoint(
        configuration,
        Collections.nCopies(forks, elementsPerSecond.value()),
        elementsPerSecond,
        speedUp,
        efficiency,
        TaintCheck.untaintedOnly(elementsPerSecond, 3 * forks),
        TaintCheck.untaintedOnly(speedUp, 3 * forks),
        Trust.HIGH);
  }

  /** A doubt that takes every answer away. */
  public static Trust busy() {
    return Trust.noAnswer(new Doubt.Busy(Doubt.User.PROGRAMS, 1.2, 8));
  }

  /** A curve to which nothing was fitted. */
  public static ScalingCurve curve(
      Kernel kernel,
      ConcurrencyModel model,
      Placement placement,
      Scaling scaling,
      List<ScalingPoint> points) {
    Estimate unknown = Estimate.unknown(NOT_FITTED);
    ScalabilityLaw law = new ScalabilityLaw(unknown, unknown, unknown, NOT_FITTED);
    return new ScalingCurve(
        kernel, model, placement, scaling, points, new Knee(unknown, null), law, law);
  }

  /** A yield of all cores at once, which has no controls. */
  public static SmtYield chipWide(
      Kernel kernel, ConcurrencyModel model, Estimate yield, int forks) {
    return new SmtYield(
        kernel,
        model,
        Estimator.CHIP_WIDE,
        yield,
        TaintCheck.untaintedOnly(yield, forks),
        ClockCheck.unknown(NO_CLOCK),
        Controls.unknown("it has no controls"),
        new Sampling(forks, List.of(), 4, 4, Double.NaN),
        Category.of(yield),
        yield.hasInterval() ? Trust.HIGH : Trust.noAnswer("no interval"),
        null);
  }

  /** A yield of pairs on all four cores. */
  public static SmtYield paired(
      Kernel kernel, ConcurrencyModel model, Estimate yield, Estimate floor, Estimate ceiling) {
    Estimate place = Estimate.withoutInterval(0.5, "it was not computed");
    SmtYield paired =
        Copies.with(chipWide(kernel, model, yield, 36), "estimator", Estimator.PAIRED);
    Controls controls = new Controls(floor, ceiling, place);
    return Copies.with(
        paired, "controls", controls, "sampling", new Sampling(12, List.of(), 4, 4, 0.03));
  }

  /** The same findings with other curves. */
  public static MeasuredFindings withCurves(MeasuredFindings f, List<ScalingCurve> curves) {
    return Copies.with(f, "curves", curves);
  }

  /** The same findings of a machine of which something was found. */
  public static MeasuredFindings trusted(MeasuredFindings f, Trust machine) {
    Topology topology = f.run().info().machine().topology();
    return Copies.with(
        f,
        "answer",
        Answer.Measured.of(f.run(), topology, f.yields(), f.curves(), machine),
        "quality",
        Copies.with(f.quality(), "found", List.of(machine)));
  }

  /** The same findings with other fork states. */
  public static MeasuredFindings withForkStates(MeasuredFindings f, List<ForkState> forkStates) {
    return Copies.with(f, "quality", Copies.with(f.quality(), "forkStates", forkStates));
  }
}
