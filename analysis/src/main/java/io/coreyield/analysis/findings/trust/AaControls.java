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

/** The A/A control of a run. */
public final class AaControls {

  private static final Estimate UNKNOWN = Estimate.unknown("the run has no A/A control");

  public static final AaControl NONE = new AaControl(null, 0, UNKNOWN, UNKNOWN);

  private AaControls() {}

  /** Tests the rounds in which both names have a result. */
  public static AaControl of(Run run) {
    Configuration control = run.info().plan().control();
    if (control == null) {
      return NONE;
    }
    List<AaTest.Round> rounds =
        run.trialsOf(control).stream()
            .flatMap(first ->
                second(run, control, first.round()).map(s -> round(control, first, s)).stream())
            .toList();
    AaTest test = AaTest.of(rounds, likeIt(run, control));
    return new AaControl(control, rounds.size(), test.difference(), test.drift());
  }

  /** The other models with the same kernel and as many workers, which show the same drift. */
  private static List<AaTest.Series> likeIt(Run run, Configuration control) {
    return new Results(run)
        .arms().stream()
            .filter(arm -> isLike(arm.configuration(), control))
            .filter(arm -> arm.trials().size() > 1)
            .map(arm ->
                new AaTest.Series(
                    arm.trials().stream().map(AaControls::middleSeconds).toList(),
                    Arrays.stream(arm.throughputs()).boxed().toList()))
            .toList();
  }

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
