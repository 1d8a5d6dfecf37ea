package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.RoundsInCommon;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which estimators gave a figure.
 *
 * @param floors what a second worker adds on the same logical CPU
 * @param fieller whether a ratio is by Fieller's theorem
 * @param unlike what two kernels take from each other
 * @param bends of curves at the physical cores
 * @param smallestEffect in points, or their range; empty where there is none
 */
public record EstimatorsView(
    boolean pairedYields,
    boolean floors,
    boolean modelDifferences,
    boolean throughputs,
    boolean ratios,
    boolean fieller,
    boolean unlike,
    boolean bends,
    boolean usl,
    boolean amdahl,
    String smallestEffect) {

  static EstimatorsView of(MeasuredFindings findings) {
    List<SmtYield> yields = findings.yields();
    List<ScalingCurve> curves = findings.curves();
    List<ScalingPoint> points =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .filter(point -> point.elementsPerSecond().hasValue())
            .toList();
    return new EstimatorsView(
        yields.stream().anyMatch(hasValue(Estimator.PAIRED)),
        yields.stream().anyMatch(y -> y.controls().floor().hasValue()),
        findings.modelDifferences().stream().anyMatch(d -> d.difference().hasValue()),
        !points.isEmpty(),
        points.stream().anyMatch(p -> p.configuration().workers() > 1 && p.speedUp().hasValue())
            || yields.stream().anyMatch(hasValue(Estimator.CHIP_WIDE)),
        RoundsInCommon.areTooFew(findings),
        findings.cohabitation() != null,
        curves.stream().anyMatch(c -> c.knee().yield().hasValue()),
        curves.stream().anyMatch(c -> c.usl().identifiable()),
        curves.stream().anyMatch(c -> c.amdahl().identifiable()),
        range(
            Unit.POINTS,
            yields.stream()
                .filter(y -> y.estimator() == Estimator.PAIRED)
                .map(y -> y.sampling().smallestEffect())));
  }

  private static Predicate<SmtYield> hasValue(Estimator estimator) {
    return y -> y.estimator() == estimator && y.yield().hasValue();
  }

  public boolean any() {
    return pairedYields
        || floors
        || modelDifferences
        || throughputs
        || ratios
        || bends
        || usl
        || amdahl
        || !smallestEffect.isEmpty();
  }

  /** From the least to the greatest that is a number: {@code 0.2 to 39.4}; empty of none. */
  static String range(Unit unit, Stream<Double> values) {
    List<Double> sorted = values.filter(value -> !value.isNaN()).sorted().toList();
    if (sorted.isEmpty()) {
      return "";
    }
    String least = unit.text(sorted.getFirst());
    String greatest = unit.text(sorted.getLast());
    return least.equals(greatest) ? least : least + " to " + greatest;
  }
}
