package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.Sample;
import io.coreyield.analysis.stats.SteadyState;
import io.coreyield.analysis.stats.SteadyState.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether one fork reached a steady state.
 *
 * @param state by changepoints of its operations, or of the windows of its blocks
 * @param trimmed measurement iterations that began before the steady state and do not count
 */
public record ForkState(Trial trial, SteadyState state, int trimmed) {

  /** How many forks are of a kind. */
  public static long count(List<ForkState> forks, Kind kind) {
    return forks.stream().filter(fork -> fork.state.kind() == kind).count();
  }

  /** How many iterations of all forks were trimmed. */
  public static int trimmed(List<ForkState> forks) {
    return forks.stream().mapToInt(ForkState::trimmed).sum();
  }

  /** One per fork that gave a result, but for idle ones, in order. */
  public static List<ForkState> of(Run run) {
    return run.trials().stream()
        .filter(Trial::succeeded)
        .filter(trial -> !(trial.workload() instanceof Workload.Idle))
        .map(ForkState::of)
        .toList();
  }

  private static ForkState of(Trial trial) {
    SteadyState state = SteadyState.of(speeds(trial));
    return new ForkState(trial, state, beforeSteady(trial, state).size());
  }

  /**
   * The run without the measurement iterations that began while a fork was still warming up. A fork
   * of which that would leave none keeps all.
   */
  public static Run trimmed(Run run, List<ForkState> states) {
    Map<Integer, ForkState> byTrial = new HashMap<>();
    states.forEach(state -> byTrial.put(state.trial().number(), state));
    return run.withTrials(
        run.trials().stream()
            .map(trial -> {
              ForkState state = byTrial.get(trial.number());
              return state == null ? trial : trimmed(trial, state.state());
            })
            .toList());
  }

  private static Trial trimmed(Trial trial, SteadyState state) {
    List<Iteration> kept = new ArrayList<>(trial.iterations());
    kept.removeAll(beforeSteady(trial, state));
    return trial.withIterations(kept).orElse(trial);
  }

  /** None where it would be all. */
  private static List<Iteration> beforeSteady(Trial trial, SteadyState state) {
    if (state.kind() != SteadyState.Kind.WARM_UP) {
      return List.of();
    }
    List<Iteration> before = new ArrayList<>();
    int values = 0;
    for (Iteration iteration : trial.iterations()) {
      if (iteration.isMeasurement() && values < state.start()) {
        before.add(iteration);
      }
      values += values(iteration);
    }
    return before.size() == trial.measurements().size() ? List.of() : before;
  }

  private static int values(Iteration iteration) {
    return iteration.windows().isEmpty()
        ? iteration.operationNs().size()
        : iteration.windows().size();
  }

  /** Operations a second one by one, or what windows did over the median of their arm. */
  private static double[] speeds(Trial trial) {
    return trial.workload().onCore().isPresent()
        ? windowSpeeds(trial)
        : trial.iterations().stream()
            .flatMap(iteration -> iteration.operationNs().stream())
            .mapToDouble(ns -> 1e9 / Math.max(1, ns))
            .toArray();
  }

  private static double[] windowSpeeds(Trial trial) {
    List<ArmWindow> windows =
        trial.iterations().stream().flatMap(block -> block.windows().stream()).toList();
    Map<PairArm, Double> medians = new EnumMap<>(PairArm.class);
    for (PairArm arm : PairArm.values()) {
      double[] ofArm =
          windows.stream()
              .filter(window -> window.arm() == arm)
              .mapToDouble(ArmWindow::elementsPerSecond)
              .toArray();
      medians.put(arm, Sample.median(ofArm));
    }
    return windows.stream()
        .mapToDouble(w -> w.elementsPerSecond() / medians.getOrDefault(w.arm(), Double.NaN))
        .toArray();
  }
}
