package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.findings.load.IterationLoad;
import io.coreyield.analysis.findings.load.Loads;
import io.coreyield.analysis.model.machine.FitnessRule;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was found of the machine that touches every figure of a run. */
public final class MachineTrust {

  private static final Set<String> OF_TWO_MACHINES =
      Set.of(FitnessRule.QUOTA_CHANGED.code(), FitnessRule.CPUS_CHANGED.code());

  /** Trust is limited where other programs kept a larger share of the machine busy. */
  public static final double MAX_BACKGROUND_LOAD = 0.05;

  /** Trust is limited where the hypervisor took a larger share of the machine away. */
  public static final double MAX_STEAL = 0.02;

  /** Where either took a larger share than this, there is no answer. */
  public static final double MAX_SHARE_OF_ANSWER = 0.1;

  /**
   * The same as for background load, in the idle baseline. It includes our own host process and
   * counts only where background load is unknown.
   */
  static final double MAX_IDLE_LOAD = 0.05;

  private MachineTrust() {}

  /**
   * What was found, each with its weight; empty where nothing was. Causes come before the control,
   * which shows only that something disturbed the run.
   *
   * @param run with the iterations that the headline figures use
   */
  public static List<Trust> of(Run run, Loads loads, AaControl control) {
    List<Trust> found = new ArrayList<>();
    int cpus = run.load().cpuIds().size();
    double background = mean(loads, false, IterationLoad::backgroundCpus);
    double steal = mean(loads, false, IterationLoad::stealCpus);
    run.info().warnings().stream()
        .filter(Warning::makesUnfit)
        .filter(warning -> !isOutweighed(warning, background, steal))
        .map(MachineTrust::byWarning)
        .forEach(found::add);
    double idleBusy = mean(loads, true, IterationLoad::busyCpus);
    if (Double.isNaN(background) && idleBusy > MAX_IDLE_LOAD * cpus) {
      found.add(byShare(new Doubt.Busy(Doubt.User.IDLE, idleBusy, cpus)));
    }
    if (steal > MAX_STEAL * cpus) {
      found.add(byShare(new Doubt.Busy(Doubt.User.HYPERVISOR, steal, cpus)));
    }
    if (background > MAX_BACKGROUND_LOAD * cpus) {
      found.add(byShare(new Doubt.Busy(Doubt.User.PROGRAMS, background, cpus)));
    }
    control.trust().ifPresent(found::add);
    return found;
  }

  /** Figures under two quotas, or on two sets of logical CPUs, are those of two machines. */
  private static Trust byWarning(Warning warning) {
    Doubt doubt = new Doubt.Warned(warning);
    return OF_TWO_MACHINES.contains(warning.code()) ? Trust.noAnswer(doubt) : Trust.limited(doubt);
  }

  private static Trust byShare(Doubt.Busy busy) {
    return busy.cpus() > MAX_SHARE_OF_ANSWER * busy.of()
        ? Trust.noAnswer(busy)
        : Trust.limited(busy);
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
