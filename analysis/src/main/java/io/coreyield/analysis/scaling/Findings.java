package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.Run;
import io.coreyield.analysis.model.Topology;
import java.util.List;

/**
 * Everything that is said of a run. Whoever shows it (page, figures, tables, terminal) computes
 * nothing of its own.
 *
 * @param run the run
 * @param answer the answer, in one sentence
 * @param unfitReasons why the machine was not fit to measure; empty when it was
 * @param yields one per kernel and model; on a machine without sibling pairs with verdict {@link
 *     Verdict.Unknown}
 * @param curves one per kernel, model, placement and scaling
 * @param timeRows one per configuration, in the order of the plan
 * @param trialLoads one per trial that the load covers, in order
 * @param iterationLoads one per measurement iteration that the load covers, in order
 * @param correlations one per kernel, model and load figure
 */
public record Findings(
    Run run,
    String answer,
    List<String> unfitReasons,
    List<SmtYield> yields,
    List<ScalingCurve> curves,
    List<TimeRow> timeRows,
    List<TrialLoad> trialLoads,
    List<IterationLoad> iterationLoads,
    List<Correlation> correlations) {

  /** Copies the lists. */
  public Findings {
    unfitReasons = List.copyOf(unfitReasons);
    yields = List.copyOf(yields);
    curves = List.copyOf(curves);
    timeRows = List.copyOf(timeRows);
    trialLoads = List.copyOf(trialLoads);
    iterationLoads = List.copyOf(iterationLoads);
    correlations = List.copyOf(correlations);
  }

  /**
   * Analyses a run: a complete one, an interrupted one, or one without any result. Trials that
   * failed count for nothing. One run gives one and the same findings wherever it is analysed.
   */
  public static Findings of(Run run) {
    Results results = new Results(run);
    Loads loads = Loads.of(run);
    List<String> unfitReasons = Fitness.unfitReasons(run, loads);
    Topology topology = usable(run.info().machine().topology());
    List<SmtYield> yields = Yields.of(topology, results, unfitReasons.isEmpty());
    List<ScalingCurve> curves = Curves.of(results);
    return new Findings(
        run,
        new Answer(run, topology, yields, curves, unfitReasons).sentence(),
        unfitReasons,
        yields,
        curves,
        Times.of(results),
        loads.trials(),
        loads.iterations(),
        Correlations.of(run, results, loads));
  }

  private static Topology usable(Topology topology) {
    return topology.hasUsable() ? topology.usable() : topology;
  }

  /** Whether the machine was fit to measure. */
  public boolean fit() {
    return unfitReasons.isEmpty();
  }
}
