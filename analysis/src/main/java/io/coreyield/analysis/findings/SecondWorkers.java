package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.Controls;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.ForkYield;
import io.coreyield.analysis.findings.yields.PairSpread;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a second worker adds, for each kind of code: the figures that a run shows first.
 *
 * @param place where the second worker runs
 * @param all the model that the run speaks of first, then by model; of one model by kernel
 */
public record SecondWorkers(Place place, List<One> all) {

  /** Where the second worker runs. */
  public enum Place {
    /** On the sibling of the first worker's logical CPU, core by core. */
    SIBLING,
    /** On the siblings of all cores at once. */
    ALL_SIBLINGS,
    /** On a core of its own, where no two logical CPUs share one. */
    OTHER_CORE,
    /** Where the scheduler puts it. */
    ANYWHERE;

    /** Whether it shares a core with the first. */
    public boolean isSibling() {
      return this == SIBLING || this == ALL_SIBLINGS;
    }
  }

  /**
   * What it adds for one kind of code.
   *
   * @param gain a fraction: 0 is nothing, 1 what the first worker does
   * @param controls what the gain is compared with; unknown where it is not by pairs of siblings
   * @param category by the place between the controls
   * @param spread the figures behind the gain
   */
  public record One(
      Kernel kernel,
      ConcurrencyModel model,
      Estimate gain,
      Controls controls,
      Category category,
      Trust trust,
      PairSpread spread) {}

  /** Of a run; empty where there is no figure of any second worker. */
  public static SecondWorkers of(MeasuredFindings findings) {
    List<SmtYield> leading = findings.leadingYields();
    if (leading.stream().anyMatch(y -> y.yield().hasValue())) {
      boolean paired = leading.getFirst().estimator() == Estimator.PAIRED;
      return new SecondWorkers(paired ? Place.SIBLING : Place.ALL_SIBLINGS, siblings(leading));
    }
    List<One> cores = otherCores(findings, leading);
    return cores.isEmpty()
        ? new SecondWorkers(Place.ANYWHERE, anywhere(findings))
        : new SecondWorkers(Place.OTHER_CORE, cores);
  }

  /** Those of the model that the run speaks of first; empty where there is no figure. */
  public List<One> leading() {
    return all.stream().filter(one -> one.model() == all.getFirst().model()).toList();
  }

  private static List<One> siblings(List<SmtYield> yields) {
    return ordered(
        yields.stream()
            .map(y ->
                new One(
                    y.kernel(),
                    y.model(),
                    y.yield(),
                    y.controls(),
                    y.category(),
                    y.trust(),
                    PairSpread.of(y.sampling().each(), ForkYield::yield))));
  }

  private static List<One> otherCores(MeasuredFindings findings, List<SmtYield> yields) {
    return ordered(
        yields.stream()
            .filter(y -> y.controls().ceiling().hasValue())
            .map(y ->
                one(
                    findings,
                    y.kernel(),
                    y.model(),
                    y.controls().ceiling(),
                    PairSpread.of(y.sampling().each(), ForkYield::ceiling))));
  }

  private static List<One> anywhere(MeasuredFindings findings) {
    return ordered(
        findings.curves().stream()
            .filter(ScalingCurve::isPlain)
            .filter(curve -> curve.model().isParallel())
            .flatMap(curve ->
                curve.at(2).stream()
                    .map(ScalingPoint::speedUp)
                    .filter(Estimate::hasValue)
                    .map(speedUp ->
                        one(
                            findings,
                            curve.kernel(),
                            curve.model(),
                            speedUp.plus(-1),
                            PairSpread.NONE))));
  }

  private static One one(
      MeasuredFindings findings,
      Kernel kernel,
      ConcurrencyModel model,
      Estimate gain,
      PairSpread spread) {
    Trust trust = findings.trust();
    Controls none = Controls.unknown("no sibling pair was measured");
    Category category = trust.isAnswer() ? Category.of(gain) : Category.UNKNOWN;
    return new One(kernel, model, gain, none, category, trust, spread);
  }

  private static List<One> ordered(Stream<One> all) {
    return all.sorted(Comparator.comparing(One::model).thenComparing(One::kernel)).toList();
  }
}
