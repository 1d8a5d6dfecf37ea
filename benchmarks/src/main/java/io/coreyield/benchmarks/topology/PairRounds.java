package io.coreyield.benchmarks.topology;

import io.coreyield.analysis.findings.topology.PairObservations;
import io.coreyield.analysis.findings.topology.SharedCores;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.CpuWindow;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.benchmarks.campaign.run.Deadline;
import io.coreyield.benchmarks.campaign.run.Interruption;
import java.util.ArrayList;
import java.util.List;

/** Runs rounds until the answer is clear, the time is spent, or the user interrupts. */
final class PairRounds {

  /** The confidence at which more rounds would hardly change the answer. */
  private static final double CLEAR = 0.99;

  /** More frequent checks give more chances to stop at a wrong answer. */
  private static final int ROUNDS_BETWEEN_LOOKS = 4;

  private final TopologyPlan plan;
  private final Topology topology;
  private final Deadline deadline;
  private final TopologyProgress progress;
  private final Interruption interruption;
  private final List<PairObservation> observations = new ArrayList<>();
  private int begun;
  private double roundSeconds;

  PairRounds(
      TopologyPlan plan,
      Topology topology,
      Deadline deadline,
      TopologyProgress progress,
      Interruption interruption) {
    this.plan = plan;
    this.topology = topology;
    this.deadline = deadline;
    this.progress = progress;
    this.interruption = interruption;
    this.roundSeconds = plan.roundSeconds();
  }

  List<PairObservation> observations() {
    return List.copyOf(observations);
  }

  int begun() {
    return begun;
  }

  void run() {
    progress.plan(plan, deadline);
    try (PairMeasurement measurement = new PairMeasurement(plan.windowMs())) {
      measurement.warmUp(plan.cpus(), interruption);
      while (!interruption.isRequested() && deadline.holds(roundSeconds) && !isClear()) {
        progress.round(plan, begun, roundSeconds, deadline);
        round(measurement);
      }
    }
  }

  private void round(PairMeasurement measurement) {
    long startNs = System.nanoTime();
    List<CpuWindow> windows = new ArrayList<>();
    for (List<Integer> cpus : plan.windows(begun)) {
      if (!interruption.isRequested()) {
        measurement.window(cpus).ifPresent(windows::add);
      }
    }
    observations.addAll(PairObservations.of(begun, windows));
    begun++;
    roundSeconds = (System.nanoTime() - startNs) / 1e9;
  }

  private boolean isClear() {
    return begun >= plan.leastRounds()
        && (begun - plan.leastRounds()) % ROUNDS_BETWEEN_LOOKS == 0
        && SharedCores.of(topology, plan.cpus(), observations, plan.seed()).isKnown(CLEAR);
  }
}
