package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.findings.yields.Verdict;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many workers to start. By the curve where it was measured: the fewest workers that come
 * within 2 % of the best throughput, or from the physical cores on within 5 %. Else by the yield of
 * pairs, where that is known.
 */
final class Advisor {

  /** Throughput that is worth no further worker, as long as cores are left. */
  static final double NEAR_THE_BEST = 0.02;

  private final Topology topology;
  private final List<SmtYield> yields;
  private final List<ScalingCurve> curves;

  private Advisor(Topology topology, List<SmtYield> yields, List<ScalingCurve> curves) {
    this.topology = topology;
    this.yields = yields;
    this.curves = curves;
  }

  /** One per kernel of which enough is known, in the order of kernels. */
  static List<Advice> advice(Topology topology, List<SmtYield> yields, List<ScalingCurve> curves) {
    Advisor advisor = new Advisor(topology, yields, curves);
    return Stream.of(Kernel.values()).flatMap(kernel -> advisor.of(kernel).stream()).toList();
  }

  private Optional<Advice> of(Kernel kernel) {
    Optional<ScalingCurve> curve =
        curves.stream()
            .filter(c -> c.kernel() == kernel && c.model() == ConcurrencyModel.PLATFORM)
            .filter(c -> c.placement() == Placement.OS && c.scaling() == Scaling.WEAK)
            .filter(c -> c.at(topology.logicalCpus()).isPresent() && c.points().size() > 1)
            .findFirst();
    return curve.map(this::byCurve).or(() -> bySiblings(kernel));
  }

  private Advice byCurve(ScalingCurve curve) {
    double best =
        curve.points().stream()
            .mapToDouble(p -> p.elementsPerSecond().value())
            .max()
            .orElse(Double.NaN);
    ScalingPoint fewest =
        curve.points().stream()
            .filter(p -> p.elementsPerSecond().value() * (1 + worthless(p)) >= best)
            .findFirst()
            .orElseThrow();
    int workers = fewest.configuration().workers();
    double further = workers == topology.logicalCpus() ? Double.NaN : worthless(fewest);
    return new Advice(
        curve.kernel(), workers, each(workers), new Advice.Curve(fewest.speedUp(), further));
  }

  /** Beyond the cores, what a fake sibling adds is worth no further worker. */
  private double worthless(ScalingPoint point) {
    return point.configuration().workers() < topology.physicalCores()
        ? NEAR_THE_BEST
        : Verdict.MARGIN;
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
  private Optional<Advice> bySiblings(Kernel kernel) {
    if (topology.threadsPerCore() > 2) {
      return Optional.empty();
    }
    return yields.stream()
        .filter(y -> y.kernel() == kernel && y.model() == ConcurrencyModel.PLATFORM)
        .filter(y -> y.yield().hasInterval() && !(y.verdict() instanceof Verdict.Unknown))
        .findFirst()
        .map(y -> bySibling(kernel, y.yield()));
  }

  private Advice bySibling(Kernel kernel, Estimate yield) {
    boolean adds = yield.value() > Verdict.MARGIN;
    return new Advice(
        kernel,
        adds ? topology.logicalCpus() : topology.physicalCores(),
        adds ? Advice.Each.LOGICAL_CPU : Advice.Each.CORE,
        new Advice.Pairs(yield));
  }
}
