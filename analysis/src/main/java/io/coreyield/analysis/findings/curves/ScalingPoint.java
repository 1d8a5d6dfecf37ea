package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;

/**
 * One configuration of a scaling curve.
 *
 * @param forkElementsPerSecond throughput of each fork, in order
 * @param elementsPerSecond throughput of all workers together; interval from forks
 * @param speedUp throughput over that of one worker, compared within rounds
 * @param efficiency speed-up over the number of workers: 1 is perfect
 * @param taints throughput with and without tainted iterations
 * @param speedUpTaints speed-up with and without them
 * @param trust in the speed-up
 */
public record ScalingPoint(
    Configuration configuration,
    List<Double> forkElementsPerSecond,
    Estimate elementsPerSecond,
    Estimate speedUp,
    Estimate efficiency,
    TaintCheck taints,
    TaintCheck speedUpTaints,
    Trust trust) {

  public ScalingPoint {
    forkElementsPerSecond = List.copyOf(forkElementsPerSecond);
  }

  /** How many forks gave a result. */
  public int forks() {
    return forkElementsPerSecond.size();
  }
}
