package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.Run;
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

  /** Whether the machine was fit to measure. */
  public boolean fit() {
    return unfitReasons.isEmpty();
  }
}
