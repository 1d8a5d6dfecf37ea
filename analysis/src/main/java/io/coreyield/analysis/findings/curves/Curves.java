package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.findings.trust.Comparisons;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.TaintSplit;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Throughput, speed-up and efficiency against workers. */
public final class Curves {

  /** The widest interval, as half-width per further worker, of a speed-up that gives an answer. */
  static final double MAX_HALF_WIDTH = 0.25;

  private final TaintSplit evidence;
  private final Results headline;
  private final CurveFits fits;
  private final Trust machine;
  private final double halfDrift;

  private Curves(TaintSplit evidence, Topology topology, Trust machine, double halfDrift) {
    this.evidence = evidence;
    this.headline = new Results(evidence.headline());
    this.fits = new CurveFits(topology, evidence.headline());
    this.machine = machine;
    this.halfDrift = halfDrift;
  }

  /**
   * One curve per kernel, model, placement, scaling, and {@code n} where a run has several.
   *
   * @param machine what was found of it
   * @param halfDrift how much its speed may have differed from that in the middle of the run; a
   *     fraction, by which intervals of throughputs are widened
   */
  public static List<ScalingCurve> of(
      TaintSplit evidence, Topology topology, Trust machine, double halfDrift) {
    Curves curves = new Curves(evidence, topology, machine, halfDrift);
    Map<Configuration, List<ConfigurationResult>> byFamily =
        curves.headline.arms().stream()
            .collect(
                Collectors.groupingBy(
                    arm -> arm.configuration().withWorkers(1),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byFamily.entrySet().stream()
        .map(family -> curves.curve(family.getKey(), family.getValue()))
        .toList();
  }

  private ScalingCurve curve(Configuration oneWorker, List<ConfigurationResult> arms) {
    return new ScalingCurve(
        oneWorker.kernel(),
        oneWorker.model(),
        oneWorker.placement(),
        oneWorker.scaling(),
        arms.stream()
            .sorted(Comparator.comparingInt(arm -> arm.configuration().workers()))
            .map(arm -> point(arm, oneWorker))
            .toList(),
        fits.knee(oneWorker, arms),
        fits.usl(arms),
        fits.amdahl(arms));
  }

  private ScalingPoint point(ConfigurationResult arm, Configuration oneWorker) {
    TaintCheck taints = throughput(arm.configuration());
    TaintCheck speedUp = speedUp(arm.configuration(), oneWorker);
    return new ScalingPoint(
        arm.configuration(),
        DoubleStream.of(arm.throughputs()).boxed().toList(),
        taints.headline(),
        speedUp.headline(),
        speedUp.headline().times(1.0 / arm.configuration().workers()),
        taints,
        speedUp,
        machine
            .and(ownTrust(speedUp.headline(), arm.configuration().workers()))
            .and(speedUp.trust()));
  }

  private static Trust ownTrust(Estimate speedUp, int workers) {
    if (!speedUp.hasInterval()) {
      return Trust.noAnswer(speedUp.reason() == null ? "no interval" : speedUp.reason());
    }
    return speedUp.halfWidth() > MAX_HALF_WIDTH * (workers - 1)
        ? Trust.noAnswer(
            String.format(
                Locale.ROOT, "the interval is too wide: ± %.2f of one worker", speedUp.halfWidth()))
        : Trust.HIGH;
  }

  private TaintCheck throughput(Configuration configuration) {
    TaintSplit.Counts counts = evidence.of(configuration);
    return TaintCheck.of(
        throughput(configuration, evidence.all()),
        throughput(configuration, evidence.untainted()),
        counts,
        counts.areEnoughUntainted());
  }

  private Estimate throughput(Configuration configuration, Run run) {
    return new Results(run)
        .arm(configuration)
        .map(arm -> arm.elementsPerSecond().within(halfDrift))
        .orElseGet(() -> Estimate.unknown("no iteration without a taint is left"));
  }

  private TaintCheck speedUp(Configuration configuration, Configuration oneWorker) {
    if (configuration.equals(oneWorker)) {
      TaintSplit.Counts counts = evidence.of(configuration);
      Estimate one = Estimate.of(1, 1, 1);
      return new TaintCheck(one, one, counts.iterations(), counts.tainted(), true, false);
    }
    if (new Results(evidence.all()).arm(oneWorker).isEmpty()) {
      return TaintCheck.untaintedOnly(Estimate.unknown("the run has no result with one worker"), 0);
    }
    return Comparisons.of(evidence, configuration, oneWorker, ConfigurationResult::over);
  }
}
