package io.coreyield.analysis.report;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.report.MethodsText.Sentence;
import io.coreyield.analysis.scaling.AaControl;
import io.coreyield.analysis.scaling.ClockCheck;
import io.coreyield.analysis.scaling.Controls;
import io.coreyield.analysis.scaling.Correlation;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.RankCorrelation;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What the methods text says of controls, of the clock and of correlations. */
final class MethodsControls {

  private MethodsControls() {}

  static List<Sentence> sentences(Findings findings) {
    List<Sentence> sentences = new ArrayList<>();
    sentences.addAll(aa(findings));
    String levels = levels(findings.yields());
    if (!levels.isEmpty()) {
      sentences.add(Sentence.of(levels));
    }
    sentences.addAll(clock(findings));
    return sentences;
  }

  private static List<Sentence> aa(Findings findings) {
    AaControl control = findings.control();
    Configuration configuration = control.configuration();
    Estimate difference = control.difference();
    if (configuration == null || !difference.hasValue()) {
      return List.of();
    }
    List<Sentence> sentences = new ArrayList<>();
    Estimate drift = control.drift();
    String drifted =
        drift.hasValue()
            ? ", and along a line through the logarithms of throughput against time%s it changed by %s from first to last"
                .formatted(beside(findings, configuration), percent(drift))
            : "";
    sentences.add(
        Sentence.of(
            "As an A/A control, %s ran under two names in %s: the second differed by %s, compared within rounds%s"
                .formatted(
                    configuration.label(),
                    Phrases.count(control.rounds(), "round"),
                    percent(difference),
                    drifted)));
    if (difference.hasInterval() && drift.hasInterval()) {
      sentences.add(
          Sentence.of(
              "These intervals are wide enough that on a machine that holds still neither excludes 0 in %d %% of campaigns; here %s"
                  .formatted(
                      Math.round(100 * Estimate.LEVEL),
                      control.excludesZero() ? "one does" : "neither does"),
              Reference.SIDAK));
    }
    return sentences;
  }

  /** What else tells of a drift. */
  private static String beside(Findings findings, Configuration control) {
    boolean others =
        findings.run().configurations().stream()
            .filter(c -> c.kernel() == control.kernel() && c.workers() == control.workers())
            .anyMatch(c -> c.model() != control.model());
    return others ? " (its own and that of other models with as many workers)" : "";
  }

  private static String percent(Estimate change) {
    String interval = change.hasInterval() ? " (" + Unit.PERCENT.interval(change) + ")" : "";
    return Unit.PERCENT.text(change.value()) + interval;
  }

  /** Floors and ceilings over all kernels and models; empty where none was measured. */
  private static String levels(List<SmtYield> yields) {
    String floor = range(yields, Controls::floor);
    String ceiling = range(yields, Controls::ceiling);
    List<String> parts = new ArrayList<>();
    if (!floor.isEmpty()) {
      parts.add("a second worker on the same logical CPU added " + floor + " (floor)");
    }
    if (!ceiling.isEmpty()) {
      parts.add("on a core of its own " + ceiling + " (ceiling)");
    }
    return parts.isEmpty()
        ? ""
        : "In the same blocks " + Phrases.list(parts) + ", over all kernels and models";
  }

  private static String range(List<SmtYield> yields, Function<Controls, Estimate> control) {
    DoubleSummaryStatistics values =
        yields.stream()
            .map(y -> control.apply(y.controls()))
            .filter(Estimate::hasValue)
            .mapToDouble(Estimate::value)
            .summaryStatistics();
    if (values.getCount() == 0) {
      return "";
    }
    String least = Unit.PERCENT.text(values.getMin());
    String most = Unit.PERCENT.text(values.getMax());
    return least.equals(most) ? least : least + " to " + most;
  }

  private static List<Sentence> clock(Findings findings) {
    List<Sentence> sentences = new ArrayList<>();
    boolean corrected =
        findings.yields().stream()
            .map(SmtYield::clock)
            .map(ClockCheck::corrected)
            .anyMatch(Estimate::hasValue);
    if (corrected) {
      sentences.add(
          Sentence.of(
              "Right after each window the effective clock of its core was read by a chain of dependent additions, one a cycle; yields are also given with the throughput of each arm divided by its clock"));
    }
    Estimate all = findings.allCoreClock();
    if (all.hasValue()) {
      String interval = all.hasInterval() ? " (" + Unit.FACTOR.interval(all) + ")" : "";
      sentences.add(
          Sentence.of(
              "By the additions of the range kernel in a second of CPU time, a core ran at %s%s the clock of one worker alone when there was one worker per core"
                  .formatted(Unit.FACTOR.text(all.value()), interval)));
    }
    return sentences;
  }

  /** How throughput was correlated with load and clock. */
  static List<Sentence> correlations(Findings findings) {
    List<Correlation> told =
        findings.correlations().stream().filter(c -> c.spearman().hasValue()).toList();
    if (told.isEmpty()) {
      return List.of();
    }
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(
        Sentence.of(
            "Throughput was correlated with %s by Spearman's coefficient; %s of %s could not be told"
                .formatted(
                    Phrases.list(
                        told.stream().map(c -> meaning(c.loadFigure())).distinct().toList()),
                    findings.correlations().size() - told.size(),
                    findings.correlations().size())));
    told.stream()
        .filter(c -> c.spearman().hasInterval())
        .findFirst()
        .ifPresent(c -> sentences.add(intervals(c.comparisons())));
    long partial = told.stream().map(Correlation::partial).filter(Objects::nonNull).count();
    if (partial > 0) {
      sentences.add(
          Sentence.of(
              "Where two figures move together, %s at an equal other one %s given as well"
                  .formatted(
                      Phrases.count(partial, "partial correlation"), partial == 1 ? "is" : "are"),
              Reference.KENDALL));
    }
    return sentences;
  }

  private static String meaning(String figure) {
    return switch (figure) {
      case "busyCores" -> "the number of busy logical CPUs";
      case "siblingSharedCores" -> "that of cores with both siblings busy";
      case "foreignCores" -> "the load of other programs";
      case "stealCores" -> "steal";
      case "clockGHz" -> "the clock";
      default -> figure;
    };
  }

  private static Sentence intervals(int comparisons) {
    String together =
        comparisons == 1
            ? ""
            : ", and corrected for %d comparisons by Bonferroni's inequality"
                .formatted(comparisons);
    return Sentence.of(
        "Intervals are by bootstrap of forks with at least %d resamples, bias-corrected and accelerated (BCa), widened for few forks by Student's t%s"
            .formatted(RankCorrelation.RESAMPLES, together),
        Reference.EFRON,
        Reference.DAVISON,
        Reference.HESTERBERG);
  }
}
