package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.AaTest;
import io.coreyield.analysis.stats.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The A/A control: one configuration, run in each round under two names. The true difference of the
 * two is zero, and so is the true drift of a stable machine.
 *
 * @param configuration what ran; null where the run has no such control
 * @param rounds in which both names have a result
 * @param difference throughput under the second name over that under the first, less 1, compared
 *     within rounds; a fraction
 * @param drift what throughput gained from the first trial of the control to the last, by a
 *     straight line through the logarithms; a fraction
 */
public record AaControl(
    @Nullable Configuration configuration, int rounds, Estimate difference, Estimate drift) {

  /** A difference, a fraction, that is wholly beyond this could change an answer. */
  public static final double MAX_DIFFERENCE = 0.01;

  /** A control whose difference is known less exactly, a fraction, shows little. */
  public static final double MAX_HALF_WIDTH = 0.1;

  /** A drift, a fraction, beyond which trust is limited. */
  public static final double MAX_DRIFT = 0.05;

  /** Whether one of the two intervals excludes 0: each does by chance on 5 % of stable machines. */
  public boolean excludesZero() {
    return excludesZero(difference) || excludesZero(drift);
  }

  /**
   * What the control found that lowers trust: a difference that could change the answer, a large
   * drift, or too much noise to find either. A drift takes no answer away, as ratios are formed
   * within a round or a block, and all rounds are shuffled.
   */
  public Optional<Trust> trust() {
    if (isBeyond(difference, MAX_DIFFERENCE)) {
      return Optional.of(Trust.noAnswer(new Doubt.Differs(difference)));
    }
    if (Math.abs(drift.value()) > MAX_DRIFT && excludesZero(drift)) {
      return Optional.of(Trust.limited(new Doubt.Drifted(drift)));
    }
    return difference.halfWidth() > MAX_HALF_WIDTH
        ? Optional.of(Trust.limited(new Doubt.Noisy(difference)))
        : Optional.empty();
  }

  /**
   * By what fraction a throughput was larger or smaller at an end of the run than in its middle: of
   * a straight line through the logarithms half.
   */
  public double halfDrift() {
    return excludesZero(drift) ? Math.expm1(Math.abs(Math.log1p(drift.value())) / 2) : 0;
  }

  private static boolean isBeyond(Estimate estimate, double limit) {
    return estimate.hasInterval() && (estimate.low() > limit || estimate.high() < -limit);
  }

  private static boolean excludesZero(Estimate estimate) {
    return isBeyond(estimate, 0);
  }

  private static final Estimate UNKNOWN = Estimate.unknown("the run has no A/A control");

  public static final AaControl NONE = new AaControl(null, 0, UNKNOWN, UNKNOWN);

  /** Tests the rounds in which both names have a result. */
  public static AaControl of(Run run) {
    Configuration control = run.info().plan().control();
    if (control == null) {
      return NONE;
    }
    List<Trial> firsts =
        run.trialsOf(control).stream()
            .filter(first -> second(run, control, first.round()).isPresent())
            .toList();
    List<AaTest.Round> rounds =
        firsts.stream()
            .flatMap(first ->
                second(run, control, first.round()).map(s -> round(control, first, s)).stream())
            .toList();
    List<ConfigurationResult> alike =
        new Results(run)
            .arms().stream().filter(arm -> isLike(arm.configuration(), control)).toList();
    AaTest test =
        AaTest.of(
            rounds,
            alike.stream().filter(arm -> arm.trials().size() > 1).map(AaControl::series).toList(),
            alike.stream().flatMap(arm -> inRounds(arm, firsts).stream()).toList());
    return new AaControl(control, rounds.size(), test.difference(), test.drift());
  }

  private static AaTest.Series series(ConfigurationResult arm) {
    return new AaTest.Series(
        arm.trials().stream().map(AaControl::middleSeconds).toList(),
        Arrays.stream(arm.throughputs()).boxed().toList());
  }

  /** The throughputs of an arm in the rounds of those trials; empty where it lacks one. */
  private static Optional<List<Double>> inRounds(ConfigurationResult arm, List<Trial> firsts) {
    List<Double> found =
        firsts.stream()
            .flatMap(first ->
                arm.trials().stream().filter(trial -> trial.round() == first.round()).limit(1))
            .map(trial -> throughput(arm.configuration(), trial))
            .toList();
    return found.size() == firsts.size() ? Optional.of(found) : Optional.empty();
  }

  /** The other models with the same kernel and as many workers, whose forks vary alike. */
  private static boolean isLike(Configuration c, Configuration control) {
    return c.kernel() == control.kernel()
        && c.workers() == control.workers()
        && c.model() != control.model();
  }

  private static Optional<Trial> second(Run run, Configuration control, int round) {
    return run.trials().stream()
        .filter(trial -> trial.succeeded() && trial.round() == round)
        .filter(trial -> trial.aaRepeat().anyMatch(control::equals))
        .findFirst();
  }

  private static AaTest.Round round(Configuration control, Trial first, Trial second) {
    return new AaTest.Round(
        middleSeconds(first),
        throughput(control, first),
        middleSeconds(second),
        throughput(control, second));
  }

  private static Double middleSeconds(Trial trial) {
    return (trial.startNs() / 2.0 + trial.endNs() / 2.0) / 1e9;
  }

  private static double throughput(Configuration control, Trial trial) {
    return new ConfigurationResult(control, List.of(trial)).throughputs()[0];
  }
}
