package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The run of {@link PairedRuns#full} with all that can disturb one: an A/A control, iterations with
 * taints, a clock after each window, a failed fork, a part that was left out.
 */
public final class DisturbedRuns {

  /** The clock of a core with one worker, and with two. */
  public static final double ALONE_GHZ = 3.5;

  /** The clock of a core with both siblings at work. */
  public static final double BOTH_GHZ = 3.43;

  private DisturbedRuns() {}

  /**
   * Four cores of two siblings.
   *
   * @param second throughput of the control under its second name, over that under the first
   */
  public static Run run(double second) {
    Run run = PairedRuns.full();
    Configuration control = run.info().plan().configurations().getFirst();
    List<Trial> trials =
        new ArrayList<>(run.trials().stream().map(DisturbedRuns::disturbed).toList());
    run.trials().stream()
        .filter(trial -> trial.configuration().anyMatch(control::equals))
        .forEach(trial -> trials.add(again(trials.size(), trial, control, second)));
    trials.add(failed(trials.size(), trials.getLast()));
    return new Run(with(run.info(), control), trials, run.load(), run.swap());
  }

  private static Trial disturbed(Trial trial) {
    return trial
        .withIterations(
            trial.iterations().stream().map(iteration -> disturbed(trial, iteration)).toList())
        .orElseThrow();
  }

  /** Every seventh iteration of the first round is off its CPU; of one kernel all are elsewhere. */
  private static Iteration disturbed(Trial trial, Iteration iteration) {
    boolean seventh = trial.round() == 0 && (trial.number() + iteration.index()) % 7 == 0;
    boolean chase = trial.pair().anyMatch(pair -> pair.kernel() == Kernel.ARRAY_CHASE);
    Set<Taint> taints =
        chase && trial.round() < 2
            ? Set.of(Taint.MISPLACED)
            : seventh && iteration.isMeasurement() ? Set.of(Taint.OFF_CPU) : Set.of();
    List<ArmWindow> windows =
        iteration.windows().stream()
            .map(window -> clocked(window, chase && !taints.isEmpty()))
            .toList();
    return Copies.with(iteration, "taints", taints, "windows", windows);
  }

  /** With its clock; both workers together half as fast where they were disturbed. */
  private static ArmWindow clocked(ArmWindow window, boolean slowed) {
    boolean both = window.arm() == PairArm.BOTH;
    double speed = both && slowed ? 0.5 : 1;
    List<WindowWorker> workers = window.workers();
    return Copies.with(
        window,
        "workers",
        IntStream.range(0, workers.size())
            .mapToObj(
                i -> clocked(workers.get(i), speed, i == 0 || !sharesCore(window.arm()), both))
            .toList());
  }

  private static boolean sharesCore(PairArm arm) {
    return arm == PairArm.BOTH || arm == PairArm.SAME;
  }

  private static WindowWorker clocked(
      WindowWorker worker, double speed, boolean read, boolean both) {
    @Nullable Double clock = read ? Double.valueOf(both ? BOTH_GHZ : ALONE_GHZ) : null;
    return Copies.with(worker, "elements", worker.elements() * speed, "clockGHz", clock);
  }

  private static Trial again(int number, Trial trial, Configuration control, double faster) {
    List<Iteration> iterations =
        trial.iterations().stream()
            .map(i -> {
              long endNs = i.startNs() + Math.round(i.durationNs() / faster);
              return Copies.with(i, "endNs", endNs, "taints", Set.of());
            })
            .toList();
    Workload repeat = new Workload.AaRepeat(control);
    return Copies.with(trial, "number", number, "workload", repeat, "iterations", iterations);
  }

  private static Trial failed(int number, Trial like) {
    return new Trial(
        number,
        like.round(),
        like.fork() + 1,
        like.workload(),
        like.endNs(),
        like.endNs() + 1,
        null,
        List.of(),
        "a worker returned a wrong sum.");
  }

  private static RunInfo with(RunInfo info, Configuration control) {
    Plan plan = info.plan();
    Plan disturbed =
        Copies.with(
            plan,
            "control",
            control,
            "leftOut",
            List.of(new Plan.LeftOut("range process", "too little memory")),
            "stopping",
            Copies.with(plan.stopping(), "targetCi", 0.02),
            "shape",
            Copies.with(plan.shape(), "adaptive", true));
    return info.withOrigin(Copies.with(info.measured(), "simulated", false, "plan", disturbed));
  }
}
