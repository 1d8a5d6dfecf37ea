package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a CPU quota does to workers that could use all logical CPUs.
 *
 * @param logicalCpus that this process may use: more than the quota allows
 * @param curves of platform threads that the scheduler places, under weak scaling, by kernel
 */
public record QuotaFinding(CpuQuota quota, int logicalCpus, List<Curve> curves) {

  public QuotaFinding {
    curves = List.copyOf(curves);
  }

  /**
   * So many workers under the quota.
   *
   * @param stopped the share of the wall time in which the quota stopped them; unknown, with the
   *     reason, where the system does not count it
   * @param stoppedMs the same in each period, ms; NaN where it is unknown
   */
  public record Step(ScalingPoint point, Estimate stopped, double stoppedMs) {

    public int workers() {
      return point.configuration().workers();
    }

    private double elementsPerSecond() {
      return point.elementsPerSecond().value();
    }
  }

  /**
   * What more workers add under the quota.
   *
   * @param steps by ascending number of workers, at least one
   */
  public record Curve(Kernel kernel, List<Step> steps) {

    public Curve {
      steps = List.copyOf(steps);
    }

    /** The fewest workers that come within 5 % of the best throughput. */
    public Step enough() {
      double best = steps.stream().mapToDouble(Step::elementsPerSecond).max().orElse(Double.NaN);
      return steps.stream()
          .filter(step -> step.elementsPerSecond() * (1 + Category.MARGIN) >= best)
          .findFirst()
          .orElse(steps.getLast());
    }

    /** The next larger number of workers that was measured. */
    public Optional<Step> next() {
      return steps.stream().filter(step -> step.workers() > enough().workers()).findFirst();
    }

    private Trust trust() {
      return Trust.lowest(
          Stream.concat(Stream.of(enough()), next().stream())
              .map(step -> step.point().trust())
              .toList());
    }

    private List<Advice.Alternative> alternatives(Results results) {
      Configuration advised = enough().point().configuration();
      return steps.stream()
          .map(step -> step.point().configuration())
          .filter(other -> other.workers() != advised.workers())
          .map(other ->
              new Advice.Alternative(other.workers(), Advisor.cost(results, other, advised)))
          .toList();
    }

    /** What those add to the throughput of enough workers, a fraction; NaN where there are none. */
    public double further() {
      return next()
          .map(step -> step.elementsPerSecond() / enough().elementsPerSecond() - 1)
          .orElse(Double.NaN);
    }
  }

  /** Of a run; null where no quota binds. */
  static @Nullable QuotaFinding of(Run run, List<ScalingCurve> curves) {
    Machine machine = run.info().machine();
    int logicalCpus = machine.topology().usableOrAll().logicalCpus();
    Results results = new Results(run);
    return machine
        .bindingQuota()
        .map(quota ->
            new QuotaFinding(
                quota,
                logicalCpus,
                curves.stream()
                    .filter(c -> c.isPlain() && c.model() == ConcurrencyModel.PLATFORM)
                    .sorted(Comparator.comparing(ScalingCurve::kernel))
                    .map(c -> new Curve(c.kernel(), steps(c, quota, logicalCpus, results)))
                    .toList()))
        .orElse(null);
  }

  private static List<Step> steps(
      ScalingCurve curve, CpuQuota quota, int logicalCpus, Results results) {
    return curve.points().stream()
        .map(point -> {
          Estimate stopped =
              results
                  .arm(point.configuration())
                  .map(arm -> stopped(arm, logicalCpus))
                  .orElseThrow();
          return new Step(point, stopped, stopped.value() * quota.periodMs());
        })
        .toList();
  }

  /** The counter adds up the logical CPUs that workers were stopped on. */
  private static Estimate stopped(ConfigurationResult arm, int logicalCpus) {
    int busyCpus = arm.configuration().busyCpus(logicalCpus);
    boolean isCounted =
        arm.trials().stream()
            .flatMap(trial -> trial.measurements().stream())
            .allMatch(iteration -> iteration.counters().throttledNs() != null);
    return isCounted
        ? arm.mean(iteration -> stoppedNs(iteration) / iteration.durationNs() / busyCpus)
        : Estimate.unknown("the system does not count how long the quota stopped the workers");
  }

  private static double stoppedNs(Iteration iteration) {
    Long ns = iteration.counters().throttledNs();
    return ns == null ? Double.NaN : ns;
  }

  /** The curve that the answer speaks of; empty where none has two numbers of workers. */
  public Optional<Curve> leading() {
    return curves.stream().filter(curve -> curve.steps().size() > 1).findFirst();
  }

  /** How far to trust what {@link #leading} says. */
  Trust trust() {
    return leading().map(Curve::trust).orElse(Trust.HIGH);
  }

  /**
   * How many workers to start, one advice per kernel of which enough is known.
   *
   * @param results that the curves were made from
   */
  List<Advice> advice(Results results) {
    return curves.stream()
        .filter(curve -> curve.steps().size() > 1 && curve.trust().isAnswer())
        .map(curve ->
            new Advice(
                curve.kernel(),
                ConcurrencyModel.PLATFORM,
                curve.enough().workers(),
                Advice.Each.NEITHER,
                new Advice.Quota(quota, curve),
                curve.alternatives(results)))
        .toList();
  }
}
