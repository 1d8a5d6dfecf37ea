package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.SmallestEffect;
import io.coreyield.benchmarks.campaign.plan.ForkFigures;
import io.coreyield.benchmarks.campaign.plan.PlanPreview;
import io.coreyield.benchmarks.campaign.plan.SmallestEffects;
import io.coreyield.benchmarks.terminal.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the trials of a pilot say of the planned campaign, in words. */
public record PilotReport(PlanPreview preview, List<Trial> trials) {

  private static final int MIN_FORKS = 2;

  /** Why there is no pilot. */
  public static String none(String reason) {
    return "No pilot, so the smallest detectable effect is unknown: " + reason;
  }

  /** Line by line: what was run, and the smallest effect that the campaign can see. */
  public List<String> lines() {
    if (trials.isEmpty()) {
      Duration longest = Pilot.longest(preview.plan());
      return List.of(
          none("a pilot of %s is too short for a trial".formatted(Progress.clock(longest))));
    }
    List<String> lines = new ArrayList<>();
    lines.add(ran());
    trials.stream()
        .filter(trial -> !trial.succeeded())
        .forEach(trial ->
            lines.add("  %s failed: %s".formatted(trial.workload().label(), trial.failure())));
    lines.add(
        "Smallest effect that about %d rounds detect in %d %% of campaigns, by the variance of these forks:"
            .formatted(preview.rounds(), Math.round(100 * SmallestEffect.POWER)));
    lines.add("  " + ofPairs());
    ofMixed().map("  "::concat).ifPresent(lines::add);
    lines.add("  " + ofSummations());
    return lines;
  }

  private String ran() {
    double seconds = trials.stream().mapToDouble(Trial::wallSeconds).sum();
    long pairs = trials.stream().filter(trial -> trial.workload().onCore().isPresent()).count();
    return ("Pilot: %d forks of pairs and %d of the A/A control took %.1f s; nothing of them is"
            + " kept")
        .formatted(pairs, trials.size() - pairs, seconds);
  }

  private String ofPairs() {
    List<CorePair> cores = Pilot.leading(preview.plan());
    if (cores.isEmpty()) {
      return "yield: no pair is planned";
    }
    CorePair first = cores.getFirst();
    List<ForkFigures> forks =
        ForkFigures.ofPairs(trials.stream().filter(t -> t.pair().findAny().isPresent()).toList());
    Optional<Double> points =
        SmallestEffects.ratioPoints(
            forks, preview.plan(), preview.rounds(), cores.size(), preview.plan().pairsPerRound());
    return "%s of %s %s: %s"
        .formatted(
            first.second() == null ? "ceiling (no sibling, so no yield)" : "yield",
            first.kernel(),
            first.model(),
            inWords(points, "points", forks));
  }

  private Optional<String> ofMixed() {
    List<MixedPair> cores = Pilot.leadingMixed(preview.plan());
    if (cores.isEmpty()) {
      return Optional.empty();
    }
    MixedPair first = cores.getFirst();
    List<ForkFigures> forks =
        ForkFigures.ofPairs(trials.stream().filter(t -> t.mixed().findAny().isPresent()).toList());
    Optional<Double> points =
        SmallestEffects.ratioPoints(forks, preview.plan(), preview.rounds(), cores.size(), 1);
    return Optional.of(
        "weighted speedup of %s beside %s: %s"
            .formatted(first.kernel(0), first.kernel(1), inWords(points, "points", forks)));
  }

  private String ofSummations() {
    List<ForkFigures> forks = ForkFigures.ofSummations(trials);
    Optional<Double> percent =
        SmallestEffects.speedUpPercent(forks, preview.plan(), preview.rounds());
    return "speed-up: " + inWords(percent, "%", forks);
  }

  private static String inWords(Optional<Double> effect, String unit, List<ForkFigures> forks) {
    if (effect.isPresent()) {
      double figure = effect.get();
      return (figure < 10 ? "%.2g %s" : "%.0f %s").formatted(figure, unit);
    }
    return forks.size() < MIN_FORKS
        ? "unknown: the pilot has fewer than %d forks of it".formatted(MIN_FORKS)
        : "unknown: too few rounds or iterations for an interval";
  }
}
