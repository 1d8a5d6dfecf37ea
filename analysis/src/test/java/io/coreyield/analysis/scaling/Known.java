package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.Placement;
import io.coreyield.analysis.model.Scaling;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.ScalabilityLaw;
import java.util.List;

/** Results of which a test names only what it is about. */
public final class Known {

  private static final String NOT_FITTED = "nothing was fitted";

  private Known() {}

  /** A curve to which nothing was fitted. */
  public static ScalingCurve curve(
      Kernel kernel,
      ConcurrencyModel model,
      Placement placement,
      Scaling scaling,
      List<ScalingPoint> points) {
    Estimate unknown = Estimate.unknown(NOT_FITTED);
    ScalabilityLaw law = new ScalabilityLaw(unknown, unknown, unknown, false, NOT_FITTED);
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
        Controls.unknown("it has no controls"),
        new Sampling(forks, 4, 4),
        Verdict.of(yield),
        null);
  }

  /** The same findings with other curves. */
  public static Findings withCurves(Findings f, List<ScalingCurve> curves) {
    return new Findings(
        f.run(),
        f.answer(),
        f.unfitReasons(),
        f.yields(),
        f.modelDifferences(),
        f.advice(),
        f.notes(),
        curves,
        f.timeRows(),
        f.trialLoads(),
        f.iterationLoads(),
        f.correlations());
  }

  /** The same findings of a machine that was not fit to measure. */
  public static Findings unfit(Findings f, List<String> reasons) {
    return new Findings(
        f.run(),
        f.answer(),
        reasons,
        f.yields(),
        f.modelDifferences(),
        f.advice(),
        f.notes(),
        f.curves(),
        f.timeRows(),
        f.trialLoads(),
        f.iterationLoads(),
        f.correlations());
  }
}
