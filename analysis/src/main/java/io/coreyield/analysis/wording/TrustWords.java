package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.AaControl;
import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.SmallestEffect;
import io.coreyield.analysis.stats.SteadyState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far to trust a run's answer, in words: the level and its reason, its controls, what was left
 * out, and the smallest detectable difference.
 */
public record TrustWords(
    Trust trust,
    AaControl control,
    Ledger ledger,
    List<ForkState> forkStates,
    List<SmtYield> yields,
    List<ScalingCurve> curves) {

  /** A sentence with more is a table. */
  private static final int MAX_REASONS = 3;

  /** One sentence; empty where nothing was measured. */
  public static String sentence(Findings findings) {
    return switch (findings) {
      case CapturedFindings captured -> CapturedWords.trust(captured);
      case MeasuredFindings measured ->
          new TrustWords(
                  measured.trust(),
                  measured.quality().control(),
                  measured.quality().ledger(),
                  measured.quality().forkStates(),
                  measured.yields(),
                  measured.curves())
              .sentence();
    };
  }

  String sentence() {
    if (ledger.entries().isEmpty()) {
      return "";
    }
    List<String> clauses = new ArrayList<>(List.of(aa(), taints()));
    steadiness().ifPresent(clauses::add);
    smallestEffect().ifPresent(clauses::add);
    return level() + ": " + String.join("; ", clauses) + ".";
  }

  /** Why there is no answer, the answer itself says. */
  private String level() {
    return switch (trust.level()) {
      case HIGH -> "Trust is high";
      case LIMITED ->
          trust
              .reason()
              .map(doubt -> "Trust is limited, because " + DoubtWords.reason(doubt))
              .orElse("Trust is limited");
      case NO_ANSWER -> "What was checked";
    };
  }

  private String aa() {
    if (control.configuration() == null) {
      return "no A/A control";
    }
    Estimate difference = control.difference();
    if (!difference.hasValue()) {
      return "no A/A control (%s)".formatted(difference.reason());
    }
    String drift =
        control.drift().hasValue()
            ? " and drifts by " + Unit.PERCENT.sentence(control.drift())
            : "";
    return "the same configuration twice differs by %s%s"
        .formatted(Unit.PERCENT.sentence(difference), drift);
  }

  private String taints() {
    int all = ledger.entries().size();
    int tainted = ledger.tainted();
    if (tainted == 0) {
      return "none of %s is tainted".formatted(Phrases.count(all, "iteration"));
    }
    long figures = checks().count();
    long unfiltered = checks().filter(check -> check.tainted() > 0 && !check.leads()).count();
    String leftOut =
        unfiltered == 0
            ? " and left out"
            : " and left out, except in %d of %d figures, where too few others remain"
                .formatted(unfiltered, figures);
    return String.format(
        Locale.ROOT, "%d of %d iterations are tainted (%s)%s", tainted, all, reasons(), leftOut);
  }

  private Stream<TaintCheck> checks() {
    return Stream.concat(
        yields.stream().map(SmtYield::taints).filter(check -> check.all().hasValue()),
        curves.stream().flatMap(curve -> curve.points().stream()).map(ScalingPoint::taints));
  }

  /** The most frequent kinds of taint, and how many more kinds there are. */
  private String reasons() {
    List<Taint> seen =
        Stream.of(Taint.values())
            .filter(taint -> ledger.tainted(taint) > 0)
            .sorted(Comparator.comparingInt(taint -> -ledger.tainted(taint)))
            .toList();
    String named =
        seen.stream()
            .limit(MAX_REASONS)
            .map(taint -> taint + " " + ledger.tainted(taint))
            .collect(Collectors.joining(", "));
    int others = seen.size() - MAX_REASONS;
    return others <= 0 ? named : "%s, and %s".formatted(named, Phrases.count(others, "other kind"));
  }

  private Optional<String> steadiness() {
    long known = forkStates.size() - ForkState.count(forkStates, SteadyState.Kind.UNKNOWN);
    long never = ForkState.count(forkStates, SteadyState.Kind.NO_STEADY_STATE);
    String forks = Phrases.count(known, "fork");
    return known == 0
        ? Optional.empty()
        : Optional.of(
            never == 0
                ? "all of %s came to a steady state".formatted(forks)
                : "%d of %s never came to a steady state".formatted(never, forks));
  }

  /** The widest of the headline figures. */
  private Optional<String> smallestEffect() {
    return yields.stream()
        .filter(y -> y.estimator() == Estimator.PAIRED)
        .map(y -> y.sampling().smallestEffect())
        .filter(effect -> !Double.isNaN(effect))
        .max(Comparator.naturalOrder())
        .map(points ->
            String.format(Locale.ROOT, "smallest detectable difference: %.1f points", 100 * points))
        .or(this::smallestSpeedUp);
  }

  private Optional<String> smallestSpeedUp() {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .filter(point ->
            point.configuration().workers() > 1 && point.configuration().model().isParallel())
        .filter(point -> point.speedUp().hasInterval())
        .map(p -> SmallestEffect.of(p.speedUp(), p.forks() - 1) / p.speedUp().value())
        .filter(share -> !Double.isNaN(share))
        .max(Comparator.naturalOrder())
        .map(share ->
            String.format(
                Locale.ROOT, "smallest detectable difference of speed-ups: %.1f %%", 100 * share));
  }
}
