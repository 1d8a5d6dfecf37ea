package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What does not agree or stands in the way, why that can be, and what to do. */
final class Notes {

  private Notes() {}

  /** One sentence each, without its full stop; empty where all agrees. */
  static List<String> of(List<SmtYield> yields, List<ScalingCurve> curves, Estimate allCoreClock) {
    List<String> notes = new ArrayList<>();
    allCores(allCoreClock).ifPresent(notes::add);
    for (SmtYield yield : yields) {
      if (yield.estimator() == Estimator.PAIRED) {
        whole(yield, yields).ifPresent(notes::add);
        bend(yield, curves).ifPresent(notes::add);
        prediction(yield).ifPresent(notes::add);
        unpinned(yield, curves).ifPresent(notes::add);
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
            "with all cores at work each runs at %s the clock of one alone: what another worker is worth holds that loss; to measure without it, fix the clock (turbo off, or a lower maximum frequency) and run again"
                .formatted(Phrases.factor(allCoreClock)))
        : Optional.empty();
  }

  /** Both siblings at work may slow their core down. */
  private static Optional<String> clock(SmtYield paired) {
    Estimate corrected = paired.clock().corrected();
    return areApart(paired.yield(), corrected)
        ? Optional.of(
            "%s %s: the clock changed between the arms (%s with one sibling at work, %s with both); at an equal clock the sibling adds %s, not %s; to measure without it, fix the clock (turbo off, or a lower maximum frequency)"
                .formatted(
                    paired.kernel(),
                    paired.model(),
                    Phrases.gigahertz(paired.clock().aloneGHz()),
                    Phrases.gigahertz(paired.clock().bothGHz()),
                    Phrases.percent(corrected),
                    Phrases.percent(paired.yield())))
        : Optional.empty();
  }

  private static Optional<String> tainted(SmtYield yield) {
    return Optional.ofNullable(yield.taints().disagreement())
        .map(words ->
            "%s %s, %s: %s".formatted(yield.kernel(), yield.model(), yield.estimator(), words));
  }

  private static Optional<String> tainted(ScalingPoint point) {
    return Optional.ofNullable(point.taints().disagreement())
        .map(words -> "%s: %s".formatted(point.configuration().label(), words));
  }

  private static Optional<String> whole(SmtYield paired, List<SmtYield> yields) {
    return yields.stream()
        .filter(y -> y.estimator() == Estimator.CHIP_WIDE)
        .filter(y -> y.kernel() == paired.kernel() && y.model() == paired.model())
        .filter(y -> areApart(paired.yield(), y.yield()))
        .map(y ->
            "%s %s: a core by itself gains %s, all cores at once %s: at once they share power, the last-level cache and memory, and the scheduler places them"
                .formatted(
                    paired.kernel(),
                    paired.model(),
                    Phrases.percent(paired.yield()),
                    Phrases.percent(y.yield())))
        .findFirst();
  }

  private static Optional<String> bend(SmtYield paired, List<ScalingCurve> curves) {
    return curves.stream()
        .filter(c -> c.placement() == Placement.OS && c.scaling() == Scaling.WEAK)
        .filter(c -> c.kernel() == paired.kernel() && c.model() == paired.model())
        .filter(c -> areApart(paired.yield(), c.knee().yield()))
        .map(c ->
            "%s %s: the pairs say %s and the bend of the curve %s: the curve holds what the scheduler and all cores at once do to a worker, the pairs do not"
                .formatted(
                    paired.kernel(),
                    paired.model(),
                    Phrases.percent(paired.yield()),
                    Phrases.percent(c.knee().yield())))
        .findFirst();
  }

  /** Two workers on two cores, pinned for the ceiling and unpinned on the curve. */
  private static Optional<String> unpinned(SmtYield paired, List<ScalingCurve> curves) {
    Estimate pinned = paired.controls().ceiling().plus(1);
    return curves.stream()
        .filter(c -> c.placement() == Placement.OS && c.scaling() == Scaling.WEAK)
        .filter(c -> c.kernel() == paired.kernel() && c.model() == paired.model())
        .flatMap(c -> c.at(2).stream())
        .filter(point -> areApart(pinned, point.speedUp()))
        .map(point ->
            "%s %s: two workers that are pinned to two cores do %s the work of one, two that the scheduler places %s: those share the logical CPUs with the host process and the JVMs' own threads"
                .formatted(
                    paired.kernel(),
                    paired.model(),
                    Phrases.factor(pinned),
                    Phrases.factor(point.speedUp())))
        .findFirst();
  }

  private static Optional<String> prediction(SmtYield paired) {
    Prediction prediction = paired.prediction();
    return prediction == null || prediction.disagreement() == null
        ? Optional.empty()
        : Optional.of(
            "%s %s: %s".formatted(paired.kernel(), paired.model(), prediction.disagreement()));
  }

  /** Whether both have an interval and the intervals have no value in common. */
  private static boolean areApart(Estimate a, Estimate b) {
    return a.hasInterval() && b.hasInterval() && (a.high() < b.low() || b.high() < a.low());
  }
}
