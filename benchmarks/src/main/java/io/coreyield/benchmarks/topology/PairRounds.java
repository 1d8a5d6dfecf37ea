package io.coreyield.benchmarks.topology;

import io.coreyield.analysis.findings.topology.PairObservations;
import io.coreyield.analysis.findings.topology.SharedCores;
import io.coreyield.analysis.findings.topology.Sharing;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.CpuWindow;
import io.coreyield.analysis.model.trial.MeasuredTopology;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.wording.SharingWords;
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

  /**
   * What was measured.
   *
   * @param topology its answer
   * @param observations that it follows from, in order
   */
  public record Result(MeasuredTopology topology, List<PairObservation> observations) {

    /** Copies the list. */
    public Result {
      observations = List.copyOf(observations);
    }
  }

  /** Measures, and closes the source. */
  public Result run(WindowSource source) {
    try (source) {
      source.warmUp(plan.cpus(), limits::isInterrupted);
      while (!limits.isInterrupted() && !isClear() && limits.admits(begun, roundSeconds)) {
        round(source);
      }
    }
    Sharing sharing = sharing();
    return new Result(
        new MeasuredTopology(
            new MeasuredTopology.Setup(
                PairMeasurement.KERNEL,
                plan.windowMs(),
                begun,
                plan.cpus(),
                plan.pairsInAll(),
                plan.seed()),
            SharedCores.ratios(topology, observations),
            SharingWords.of(sharing)),
        observations);
  }

  private void round(WindowSource source) {
    long startNs = source.nanoTime();
    List<CpuWindow> windows = new ArrayList<>();
    for (List<Integer> cpus : plan.windows(begun)) {
      if (!limits.isInterrupted()) {
        source.window(cpus).ifPresent(windows::add);
      }
    }
    observations.addAll(PairObservations.of(begun, windows));
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
