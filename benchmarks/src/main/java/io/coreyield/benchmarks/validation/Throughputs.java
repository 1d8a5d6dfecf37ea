package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.Estimate;
import java.util.Objects;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * How long one worker's operation takes by one campaign, in milliseconds: with the fork as the unit
 * of replication, and by JMH's own code, from pooled iterations, at 95 % and at the 99.9 % that JMH
 * prints.
 */
record Throughputs(Estimate ours, Estimate jmh95, Estimate jmh999) {

  private static final double JMH_LEVEL = 0.999;

  static Throughputs of(Run run) {
    double elements = run.info().plan().configurations().getFirst().elementsPerOperation();
    Estimate perSecond =
        MeasuredFindings.of(run).curves().getFirst().points().getFirst().elementsPerSecond();
    Statistics pooled = pooled(run);
    return new Throughputs(
        inverse(perSecond, 1e3 * elements),
        estimate(pooled, Estimate.LEVEL),
        estimate(pooled, JMH_LEVEL));
  }

  private static Statistics pooled(Run run) {
    ListStatistics pooled = new ListStatistics();
    run.trials().stream()
        .filter(Trial::succeeded)
        .filter(trial -> trial.configuration().findAny().isPresent())
        .flatMap(trial -> trial.measurements().stream())
        .map(Iteration::score)
        .filter(Objects::nonNull)
        .forEach(pooled::addValue);
    return pooled;
  }

  private static Estimate inverse(Estimate e, double numerator) {
    return Estimate.of(numerator / e.value(), numerator / e.high(), numerator / e.low());
  }

  /** JMH's interval of that level. */
  static Estimate estimate(Statistics figures, double level) {
    double[] ends = figures.getConfidenceIntervalAt(level);
    return Estimate.of(figures.getMean(), ends[0], ends[1]);
  }
}
