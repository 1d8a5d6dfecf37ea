package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.CpuFinding;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.Prediction;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What disagrees, possible reasons, and what to do. */
public final class Caveats {

  private Caveats() {}

  /** One sentence each, without its full stop; empty where all agrees. */
  public static List<String> of(MeasuredFindings findings) {
    // Where logical CPUs float, the clock falls because they wait for a thread of the host.
    Estimate clock =
        findings.answer().cpus() instanceof CpuFinding.Floating
            ? Estimate.unknown("the logical CPUs float")
            : findings.allCoreClock();
    // Under a quota curves bend for another reason than pairs see.
    List<ScalingCurve> likePairs =
        findings.answer().quota() == null ? findings.curves() : List.of();
    return of(findings.yields(), findings.curves(), likePairs, clock);
  }

  static List<String> of(
      List<SmtYield> yields,
      List<ScalingCurve> curves,
      List<ScalingCurve> likePairs,
      Estimate allCoreClock) {
    List<String> notes = new ArrayList<>();
    allCores(allCoreClock).ifPresent(notes::add);
    for (SmtYield yield : yields) {
      if (yield.estimator() == Estimator.PAIRED) {
        whole(yield, yields).ifPresent(notes::add);
        bend(yield, likePairs).ifPresent(notes::add);
        disagreement(yield).map(words -> about(yield, words)).ifPresent(notes::add);
        unpinned(yield, likePairs).ifPresent(notes::add);
        clock(yield).ifPresent(notes::add);
      }
      tainted(yield).ifPresent(notes::add);
    }
    curves.forEach(curve -> curve.points().forEach(p -> tainted(p).ifPresent(notes::add)));
    return notes;
  }

  private static Optional<String> allCores(Estimate allCoreClock) {
    return allCoreClock.hasInterval() && allCoreClock.high() < 1 - Taint.FREQUENCY.threshold()
        ? Optional.of(
            "with all cores at work each runs at %s the clock of one alone, which reduces what another worker is worth; to measure without it, fix the clock (turbo off, or a lower maximum frequency) and run again"
                .formatted(Unit.FACTOR.sentence(allCoreClock)))
        : Optional.empty();
  }

  /** Both siblings at work may slow their core down. */
  private static Optional<String> clock(SmtYield paired) {
    Estimate corrected = paired.clock().corrected();
    return areApart(paired.yield(), corrected)
        ? Optional.of(
            about(
                paired,
                "the clock changed between the arms (%s with one sibling at work, %s with both); at an equal clock the sibling adds %s, not %s; to measure without it, fix the clock (turbo off, or a lower maximum frequency)"
                    .formatted(
                        Unit.GIGAHERTZ.sentence(paired.clock().aloneGHz()),
                        Unit.GIGAHERTZ.sentence(paired.clock().bothGHz()),
                        Unit.PERCENT.sentence(corrected),
                        Unit.PERCENT.sentence(paired.yield()))))
        : Optional.empty();
  }

  private static String about(SmtYield yield, String words) {
    return "%s %s: %s".formatted(yield.kernel(), yield.model(), words);
  }

  private static Optional<String> tainted(SmtYield yield) {
    return disagreement(yield.taints(), Unit.PERCENT)
        .map(words ->
            "%s %s, %s: %s".formatted(yield.kernel(), yield.model(), yield.estimator(), words));
  }

  private static Optional<String> tainted(ScalingPoint point) {
    return disagreement(point.taints(), Unit.ELEMENTS_PER_SECOND)
        .map(words -> "%s: %s".formatted(point.configuration().label(), words));
  }

  /** Each figure that tainted iterations change by more than its interval, without a full stop. */
  public static List<String> disagreements(MeasuredFindings findings) {
    Stream<Optional<String>> points =
        findings.curves().stream()
            .flatMap(curve -> curve.points().stream())
            .flatMap(point -> Stream.of(tainted(point), taintedSpeedUp(point)));
    return Stream.concat(findings.yields().stream().map(Caveats::tainted), points)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> taintedSpeedUp(ScalingPoint point) {
    return disagreement(point.speedUpTaints(), Unit.FACTOR)
        .map(words -> "%s, speed-up: %s".formatted(point.configuration().label(), words));
  }

  private static Optional<String> whole(SmtYield paired, List<SmtYield> yields) {
    return yields.stream()
        .filter(y -> y.estimator() == Estimator.CHIP_WIDE)
        .filter(y -> y.kernel() == paired.kernel() && y.model() == paired.model())
        .filter(y -> areApart(paired.yield(), y.yield()))
        .map(y ->
            about(
                paired,
                "a core by itself gains %s, all cores at once %s: at once they share power, the last-level cache and memory, and the scheduler places them"
                    .formatted(
                        Unit.PERCENT.sentence(paired.yield()), Unit.PERCENT.sentence(y.yield()))))
        .findFirst();
  }

  private static Optional<String> bend(SmtYield paired, List<ScalingCurve> curves) {
    return unpinnedCurves(paired, curves)
        .filter(c -> areApart(paired.yield(), c.knee().yield()))
        .map(c ->
            about(
                paired,
                "the pairs give %s and the bend of the curve %s: the curve includes effects of the scheduler and of all cores at once, the pairs do not"
                    .formatted(
                        Unit.PERCENT.sentence(paired.yield()),
                        Unit.PERCENT.sentence(c.knee().yield()))))
        .findFirst();
  }

  private static Stream<ScalingCurve> unpinnedCurves(SmtYield paired, List<ScalingCurve> curves) {
    return curves.stream()
        .filter(ScalingCurve::isPlain)
        .filter(c -> c.kernel() == paired.kernel() && c.model() == paired.model());
  }

  /** Two workers on two cores, pinned for the ceiling and unpinned on the curve. */
  private static Optional<String> unpinned(SmtYield paired, List<ScalingCurve> curves) {
    Estimate pinned = paired.controls().ceiling().plus(1);
    return unpinnedCurves(paired, curves)
        .flatMap(c -> c.at(2).stream())
        .filter(point -> areApart(pinned, point.speedUp()))
        .map(point ->
            about(
                paired,
                "two workers that are pinned to two cores do %s the work of one, two that the scheduler places %s: those share the logical CPUs with the host process and the JVMs' own threads"
                    .formatted(
                        Unit.FACTOR.sentence(pinned), Unit.FACTOR.sentence(point.speedUp()))))
        .findFirst();
  }

  /** How a yield disagrees with its expectation, without a full stop; empty if it does not. */
  public static Optional<String> disagreement(SmtYield yield) {
    Prediction prediction = yield.prediction();
    return prediction == null
        ? Optional.empty()
        : Optional.ofNullable(prediction.disagreement())
            .map(disagreement ->
                String.format(
                    Locale.ROOT,
                    "%.0f %% was expected and %.0f %% measured: %s",
                    100 * prediction.expected().value(),
                    100 * yield.yield().value(),
                    switch (disagreement) {
                      case BELOW ->
                          "the siblings share more than the resource that binds one worker (front end, power, cache)";
                      case ABOVE ->
                          "one worker leaves more of the resource unused than its kernel should";
                    }));
  }

  /** How tainted iterations change a figure, without a full stop; empty if they do not. */
  public static Optional<String> disagreement(TaintCheck taints, Unit unit) {
    return taints.disagrees()
        ? Optional.of(
            "%s without tainted iterations, %s with them: they differ by more than the interval"
                .formatted(unit.sentence(taints.untainted()), unit.sentence(taints.all())))
        : Optional.empty();
  }

  /** Whether both have an interval and the intervals have no value in common. */
  private static boolean areApart(Estimate a, Estimate b) {
    return a.hasInterval() && b.hasInterval() && (a.high() < b.low() || b.high() < a.low());
  }
}
