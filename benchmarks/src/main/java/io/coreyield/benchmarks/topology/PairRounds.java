package io.coreyield.benchmarks.topology;

import io.coreyield.analysis.findings.topology.PairObservations;
import io.coreyield.analysis.findings.topology.SharedCores;
import io.coreyield.analysis.findings.topology.Sharing;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.CpuWindow;
import io.coreyield.analysis.model.trial.MeasuredTopology;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.wording.SharingWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs rounds until the answer is clear, the time is spent, or the user interrupts. */
public final class PairRounds {

  /** The confidence at which more rounds would hardly change the answer. */
  private static final double CLEAR = 0.99;

  /** More frequent checks give more chances to stop at a wrong answer. */
  private static final int ROUNDS_BETWEEN_LOOKS = 4;

  private final TopologyPlan plan;
  private final Topology topology;
  private final Limits limits;
  private final List<PairObservation> observations = new ArrayList<>();
  private int begun;
  private double roundSeconds;

  /** For one measurement of a machine that declares this topology. */
  public PairRounds(TopologyPlan plan, Topology topology, Limits limits) {
    this.plan = plan;
    this.topology = topology;
    this.limits = limits;
    this.roundSeconds = plan.roundSeconds();
  }

  /** When a measurement ends. */
  public interface Limits {

    /** Whether the user ended it. */
    boolean isInterrupted();

    /** Whether a round, 0-based, that takes so long may begin. */
    boolean admits(int round, double seconds);
  }

  /** Takes the pairs of each round as soon as it has ended. */
  @FunctionalInterface
  public interface Sink {
    void add(List<PairObservation> round) throws IOException;
  }

  /**
   * Measures, and closes the source.
   *
   * @throws IOException if the sink cannot take a round
   */
  public void run(WindowSource source, Sink rows) throws IOException {
    try (source) {
      source.warmUp(plan.cpus(), limits::isInterrupted);
      while (!limits.isInterrupted() && !isClear() && limits.admits(begun, roundSeconds)) {
        round(source, rows);
      }
    }
  }

  /** The answer so far: unknown before the first round. */
  public MeasuredTopology found() {
    return new MeasuredTopology(
        new MeasuredTopology.Setup(
            PairMeasurement.KERNEL,
            plan.windowMs(),
            begun,
            plan.cpus(),
            plan.pairsInAll(),
            plan.seed()),
        SharedCores.ratios(topology, observations),
        SharingWords.of(sharing()));
  }

  private void round(WindowSource source, Sink rows) throws IOException {
    long startNs = source.nanoTime();
    List<CpuWindow> windows = new ArrayList<>();
    for (List<Integer> cpus : plan.windows(begun)) {
      if (!limits.isInterrupted()) {
        source.window(cpus).ifPresent(windows::add);
      }
    }
    List<PairObservation> measured = PairObservations.of(begun, windows);
    rows.add(measured);
    observations.addAll(measured);
    begun++;
    roundSeconds = (source.nanoTime() - startNs) / 1e9;
  }

  private boolean isClear() {
    return begun >= plan.leastRounds()
        && (begun - plan.leastRounds()) % ROUNDS_BETWEEN_LOOKS == 0
        && sharing().isKnown(CLEAR);
  }

  private Sharing sharing() {
    return SharedCores.of(topology, plan.cpus(), observations, plan.seed());
  }
}
