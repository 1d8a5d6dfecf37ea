package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.load.IterationLoad;
import io.coreyield.analysis.findings.load.Loads;
import io.coreyield.analysis.findings.trust.AaControl;
import io.coreyield.analysis.findings.trust.UnfitReason;
import io.coreyield.analysis.model.machine.FitnessRule;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Whether the machine was fit to measure. */
final class Fitness {

  /**
   * The share of the machine that may be busy in the idle baseline. It includes our own host
   * process and counts only where background load is unknown.
   */
  static final double MAX_IDLE_LOAD = 0.05;

  /** The share of the machine that the hypervisor may take while we measure. */
  static final double MAX_STEAL = 0.02;

  /** The share of the machine that other programs may keep busy while we measure. */
  static final double MAX_BACKGROUND_LOAD = 0.05;

  private Fitness() {}

  /**
   * Why the machine was not fit; empty if it was.
   *
   * @param run with the iterations that the headline figures use
   */
  static List<UnfitReason> unfitReasons(Run run, Loads loads, AaControl control) {
    List<UnfitReason> reasons = new ArrayList<>(control.reasons());
    int cpus = run.load().cpuIds().size();
    double background = mean(loads, false, IterationLoad::backgroundCpus);
    double steal = mean(loads, false, IterationLoad::stealCpus);
    run.info().warnings().stream()
        .filter(Warning::makesUnfit)
        .filter(warning -> !isOutweighed(warning, background, steal))
        .map(UnfitReason.Warned::new)
        .forEach(reasons::add);
    double idleBusy = mean(loads, true, IterationLoad::busyCpus);
    if (Double.isNaN(background) && idleBusy > MAX_IDLE_LOAD * cpus) {
      reasons.add(new UnfitReason.Busy(UnfitReason.User.IDLE, idleBusy, cpus));
    }
    if (steal > MAX_STEAL * cpus) {
      reasons.add(new UnfitReason.Busy(UnfitReason.User.HYPERVISOR, steal, cpus));
    }
    if (background > MAX_BACKGROUND_LOAD * cpus) {
      reasons.add(new UnfitReason.Busy(UnfitReason.User.PROGRAMS, background, cpus));
    }
    return reasons;
  }

  /** Whether the run itself measured what the probe before it warned of. */
  private static boolean isOutweighed(Warning warning, double background, double steal) {
    return (warning.code().equals(FitnessRule.BACKGROUND_LOAD_HIGH.code())
            && !Double.isNaN(background))
        || (warning.code().equals(FitnessRule.STEAL_HIGH.code()) && !Double.isNaN(steal));
  }

  /** The mean over the idle iterations, or over all others, by length; NaN of none. */
  private static double mean(Loads loads, boolean idle, ToDoubleFunction<IterationLoad> figure) {
    List<IterationLoad> chosen =
        loads.iterations().stream()
            .filter(load -> load.trial().workload() instanceof Workload.Idle == idle)
            .filter(load -> !Double.isNaN(figure.applyAsDouble(load)))
            .toList();
    double durationNs =
        chosen.stream().collect(Collectors.summingDouble(l -> l.iteration().durationNs()));
    return chosen.stream()
            .mapToDouble(l -> figure.applyAsDouble(l) * l.iteration().durationNs())
            .sum()
        / durationNs;
  }
}
