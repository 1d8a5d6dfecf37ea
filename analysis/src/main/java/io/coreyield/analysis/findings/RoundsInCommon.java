package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether configurations share the two rounds that a ratio within rounds needs. */
public final class RoundsInCommon {

  private static final int MIN = 2;

  private RoundsInCommon() {}

  /**
   * Whether a configuration and its base have two forks each but share fewer than two rounds, so
   * that their ratio comes from independent samples. Judged over all forks, and over the forks with
   * an untainted iteration.
   */
  public static boolean areTooFew(MeasuredFindings findings) {
    Set<Integer> untainted =
        findings.quality().ledger().entries().stream()
            .filter(entry -> entry.taints().isEmpty())
            .map(entry -> entry.trial().number())
            .collect(Collectors.toSet());
    Map<Configuration, List<Trial>> arms =
        findings.run().trials().stream()
            .filter(trial -> trial.succeeded() && trial.configuration().findAny().isPresent())
            .collect(Collectors.groupingBy(trial -> trial.configuration().findAny().orElseThrow()));
    return areTooFew(findings, arms, _ -> true)
        || areTooFew(findings, arms, trial -> untainted.contains(trial.number()));
  }

  private static boolean areTooFew(
      MeasuredFindings findings, Map<Configuration, List<Trial>> arms, Predicate<Trial> kept) {
    return findings.curves().stream()
        .map(ScalingCurve::points)
        .flatMap(List::stream)
        .map(ScalingPoint::configuration)
        .filter(configuration -> configuration.workers() > 1)
        .anyMatch(configuration ->
            areTooFew(of(arms, configuration, kept), of(arms, configuration.withWorkers(1), kept)));
  }

  private static List<Trial> of(
      Map<Configuration, List<Trial>> arms, Configuration configuration, Predicate<Trial> kept) {
    return arms.getOrDefault(configuration, List.of()).stream().filter(kept).toList();
  }

  private static boolean areTooFew(List<Trial> arm, List<Trial> base) {
    Set<Integer> shared =
        arm.stream().map(Trial::round).collect(Collectors.toCollection(TreeSet::new));
    shared.retainAll(base.stream().map(Trial::round).collect(Collectors.toSet()));
    return shared.size() < MIN && arm.size() >= MIN && base.size() >= MIN;
  }
}
