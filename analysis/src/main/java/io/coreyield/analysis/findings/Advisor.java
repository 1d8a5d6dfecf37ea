package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many workers to start. By the curve where it was measured: the fewest workers that come
 * within 2 % of the best throughput, or from the physical cores on within 5 %. Else by the yield of
 * pairs. Only figures that give an answer count.
 */
final class Advisor {

  /** Throughput that is worth no further worker, as long as cores are left. */
  static final double NEAR_THE_BEST = 0.02;

  private final Topology topology;
  private final List<SmtYield> yields;
  private final List<ScalingCurve> curves;
  private final Results results;

  private Advisor(
      Topology topology, List<SmtYield> yields, List<ScalingCurve> curves, Results results) {
    this.topology = topology;
    this.yields = yields;
    this.curves = curves;
    this.results = results;
  }

  /**
   * One per kernel and model of which enough is known, in their order.
   *
   * @param results that the curves were made from
   */
  static List<Advice> advice(
      Topology topology, List<SmtYield> yields, List<ScalingCurve> curves, Results results) {
    Advisor advisor = new Advisor(topology, yields, curves, results);
    return Stream.of(Kernel.values())
        .flatMap(kernel ->
            Stream.of(ConcurrencyModel.values())
                .flatMap(model -> advisor.of(kernel, model).stream()))
        .toList();
  }

  private Optional<Advice> of(Kernel kernel, ConcurrencyModel model) {
    Optional<ScalingCurve> curve =
        curves.stream()
            .filter(c -> c.kernel() == kernel && c.model() == model)
            .filter(ScalingCurve::isPlain)
            .filter(c -> c.at(topology.logicalCpus()).isPresent() && c.points().size() > 1)
            .findFirst();
    return curve.isPresent() ? byCurve(curve.get()) : bySiblings(kernel, model);
  }

  private Optional<Advice> byCurve(ScalingCurve curve) {
    ScalingPoint best =
        curve.points().stream()
            .max(Comparator.comparingDouble(p -> p.elementsPerSecond().value()))
            .orElseThrow();
    ScalingPoint fewest =
        curve.points().stream()
            .filter(p ->
                p.elementsPerSecond().value() * (1 + worthless(p))
                    >= best.elementsPerSecond().value())
            .findFirst()
            .orElseThrow();
    boolean isKnown =
        Stream.of(best, fewest, curve.at(topology.logicalCpus()).orElse(best))
            .allMatch(point -> point.trust().isAnswer());
    return isKnown ? Optional.of(byCurve(curve, fewest)) : Optional.empty();
  }

  private Advice byCurve(ScalingCurve curve, ScalingPoint advised) {
    int workers = advised.configuration().workers();
    return new Advice(
        curve.kernel(),
        curve.model(),
        workers,
        each(workers),
        new Advice.Curve(advised.speedUp()),
        curve.points().stream()
            .map(ScalingPoint::configuration)
            .filter(other -> other.workers() != workers)
            .map(other ->
                new Advice.Alternative(
                    other.workers(), cost(results, other, advised.configuration())))
            .toList());
  }

  /** What is lost with another configuration, compared within rounds. */
  static Estimate cost(Results results, Configuration other, Configuration advised) {
    return results
        .arm(other)
        .flatMap(arm -> results.arm(advised).map(arm::over))
        .map(ratio -> ratio.negated().plus(1))
        .orElseGet(() -> Estimate.unknown("no result"));
  }

  /** Beyond the cores, a gain that is called nothing is worth no further worker. */
  private double worthless(ScalingPoint point) {
    return point.configuration().workers() < topology.physicalCores()
        ? NEAR_THE_BEST
        : Category.MARGIN;
  }

  private Advice.Each each(int workers) {
    if (workers == topology.logicalCpus() && topology.hasSiblings()) {
      return Advice.Each.LOGICAL_CPU;
    }
    return workers == topology.logicalCpus() || workers == topology.physicalCores()
        ? Advice.Each.CORE
        : Advice.Each.NEITHER;
  }

  /** Pairs tell of a second sibling, not of a third. */
  private Optional<Advice> bySiblings(Kernel kernel, ConcurrencyModel model) {
    if (topology.threadsPerCore() > 2) {
      return Optional.empty();
    }
    return yields.stream()
        .filter(y -> y.kernel() == kernel && y.model() == model)
        .filter(y -> y.trust().isAnswer())
        .findFirst()
        .map(y -> bySibling(y, y.yield()));
  }

  private Advice bySibling(SmtYield smtYield, Estimate yield) {
    boolean adds =
        smtYield.category() == Category.SOMETHING
            || smtYield.category() == Category.AS_GOOD_AS_A_CORE;
    int workers = adds ? topology.logicalCpus() : topology.physicalCores();
    return new Advice(
        smtYield.kernel(),
        smtYield.model(),
        workers,
        each(workers),
        new Advice.Pairs(yield),
        alternative(adds, yield).stream().toList());
  }

  /** A core without a sibling gains nothing from one, so all cores must be alike. */
  private Optional<Advice.Alternative> alternative(boolean adds, Estimate yield) {
    if (topology.physicalCores() * topology.threadsPerCore() != topology.logicalCpus()) {
      return Optional.empty();
    }
    return Optional.of(
        adds
            ? new Advice.Alternative(topology.physicalCores(), lost(yield))
            : new Advice.Alternative(topology.logicalCpus(), yield.negated()));
  }

  /** What is lost without a gain: 1 − 1/(1 + gain). */
  private static Estimate lost(Estimate gain) {
    return Estimate.of(
        gain.value() / (1 + gain.value()),
        gain.low() / (1 + gain.low()),
        gain.high() / (1 + gain.high()));
  }
}
