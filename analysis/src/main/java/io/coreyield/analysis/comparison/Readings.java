package io.coreyield.analysis.comparison;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.Pairing;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.Doubt;
import io.coreyield.analysis.findings.trust.LedgerEntry;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MeanInterval;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of one run that are compared. */
final class Readings {

  private record Subject(Kernel kernel, ConcurrencyModel model) {}

  private final Topology topology;
  private final SortedMap<Row, Reading> readings = new TreeMap<>();

  private Readings(Topology topology) {
    this.topology = topology;
  }

  static SortedMap<Row, Reading> of(Findings findings) {
    Readings readings = new Readings(findings.run().info().machine().topology().usableOrAll());
    switch (findings) {
      case CapturedFindings captured -> captured.scalings().forEach(readings::addProgram);
      case MeasuredFindings measured -> {
        mainCurves(measured)
            .forEach((subject, curve) -> readings.addCurve(measured, subject, curve));
        measured.yields().forEach(yield -> readings.addYield(measured, yield));
        Cohabitation found = measured.cohabitation();
        if (found != null) {
          found.pairings().forEach(pairing -> readings.addPairing(measured, pairing));
        }
      }
    }
    return readings.readings;
  }

  /** Figures of a captured program are from one timing each, without an interval. */
  private void addProgram(CapturedScaling program) {
    int cores = topology.physicalCores();
    int cpus = topology.logicalCpus();
    double one = program.perSecond(1);
    addProgram(Kind.ONE_WORKER, program, one, 1);
    if (cores > 1) {
      double all = program.perSecond(cores);
      addProgram(Kind.ALL_CORES, program, all, cores);
      addProgram(Kind.SPEED_UP_CORES, program, all / one, cores);
    }
    if (cpus > cores) {
      double all = program.perSecond(cpus);
      addProgram(Kind.ALL_CPUS, program, all, cpus);
      addProgram(Kind.SPEED_UP_CPUS, program, all / one, cpus);
    }
    addProgram(Kind.CHIP_WIDE_YIELD, program, program.knee().value(), null);
  }

  private void addProgram(
      Kind kind, CapturedScaling program, double value, @Nullable Integer workers) {
    boolean isThroughput =
        kind == Kind.ONE_WORKER || kind == Kind.ALL_CORES || kind == Kind.ALL_CPUS;
    // Curves may count anything.
    if (!Double.isNaN(value) && !(program.isCurve() && isThroughput)) {
      Estimate estimate = Estimate.withoutInterval(value, "no interval");
      Setting setting = new Setting(null, null, null, workers, null);
      readings.put(
          new Row(kind, null, null, program.what()), new Reading(estimate, setting, 1, false));
    }
  }

  /** One curve per kernel and model: the unpinned one under weak scaling, of the usual length. */
  private static Map<Subject, ScalingCurve> mainCurves(MeasuredFindings findings) {
    Comparator<ScalingCurve> order =
        Comparator.comparing((ScalingCurve curve) -> curve.placement() != Placement.OS)
            .thenComparing(curve -> curve.scaling() != Scaling.WEAK)
            .thenComparing(curve -> elements(curve) != curve.kernel().defaultElements())
            .thenComparing(ScalingCurve::placement)
            .thenComparingLong(Readings::elements);
    return findings.curves().stream()
        .sorted(order)
        .collect(
            Collectors.toMap(
                curve -> new Subject(curve.kernel(), curve.model()),
                curve -> curve,
                (first, later) -> first,
                LinkedHashMap::new));
  }

  private static long elements(ScalingCurve curve) {
    return curve.points().getFirst().configuration().elements();
  }

  private void addCurve(MeasuredFindings findings, Subject subject, ScalingCurve curve) {
    int cores = topology.physicalCores();
    int cpus = topology.logicalCpus();
    throughput(Kind.ONE_WORKER, subject, curve.at(1));
    if (cores > 1) {
      throughput(Kind.ALL_CORES, subject, curve.at(cores));
      speedUp(Kind.SPEED_UP_CORES, subject, curve.at(cores));
    }
    if (cpus > cores) {
      throughput(Kind.ALL_CPUS, subject, curve.at(cpus));
      speedUp(Kind.SPEED_UP_CPUS, subject, curve.at(cpus));
    }
    if (curve.knee().yield().hasValue()) {
      Setting setting = Setting.ofCurve(curve.points().getFirst().configuration());
      add(Kind.KNEE_YIELD, subject, new Reading(curve.knee().yield(), setting, 0, false));
    }
    curve.at(cores).ifPresent(point -> addDispatch(findings, subject, point.configuration()));
  }

  private void throughput(Kind kind, Subject subject, Optional<ScalingPoint> point) {
    point.ifPresent(p -> add(kind, subject, reading(p, p.elementsPerSecond(), p.taints())));
  }

  private void speedUp(Kind kind, Subject subject, Optional<ScalingPoint> point) {
    point.ifPresent(p -> add(kind, subject, reading(p, p.speedUp(), p.speedUpTaints())));
  }

  private static Reading reading(ScalingPoint point, Estimate estimate, TaintCheck taints) {
    return new Reading(
        estimate, Setting.of(point.configuration()), point.forks(), includesTainted(taints));
  }

  private static boolean includesTainted(TaintCheck taints) {
    return taints.tainted() > 0 && !taints.leads();
  }

  private void addYield(MeasuredFindings findings, SmtYield yield) {
    Subject subject = new Subject(yield.kernel(), yield.model());
    boolean paired = yield.estimator() == Estimator.PAIRED;
    Setting setting =
        paired
            ? Setting.ofPairs(findings.run().info().plan().shape().blocks().windowMs())
            : settingOfCurve(findings, subject);
    add(
        paired ? Kind.PAIRED_YIELD : Kind.CHIP_WIDE_YIELD,
        subject,
        new Reading(
            yield.yield(), setting, yield.sampling().forks(), includesTainted(yield.taints())));
  }

  /** Of two different kernels: one beside itself is a paired yield. */
  private void addPairing(MeasuredFindings findings, Pairing pairing) {
    if (!pairing.isAlike()) {
      addPairing(findings, Kind.WEIGHTED_SPEEDUP, pairing, pairing.core().weightedSpeedup());
      addPairing(findings, Kind.WEIGHTED_SPEEDUP_APART, pairing, pairing.apart().weightedSpeedup());
    }
  }

  private void addPairing(
      MeasuredFindings findings, Kind kind, Pairing pairing, Estimate weightedSpeedup) {
    Row row =
        new Row(kind, pairing.kernel(), ConcurrencyModel.PLATFORM, pairing.beside().toString());
    Setting setting = Setting.ofPairs(findings.run().info().plan().shape().blocks().windowMs());
    if (weightedSpeedup.hasValue()) {
      readings.put(
          row,
          new Reading(
              weightedSpeedup,
              setting,
              pairing.forks(),
              pairing.trust().doubt() instanceof Doubt.Tainted));
    }
  }

  /** Of the first curve from which the chip-wide yield can have come. */
  private Setting settingOfCurve(MeasuredFindings findings, Subject subject) {
    return findings.curves().stream()
        .filter(c -> c.kernel() == subject.kernel() && c.model() == subject.model())
        .filter(c -> c.placement() == Placement.OS && c.scaling() == Scaling.WEAK)
        .filter(c -> c.at(topology.physicalCores()).isPresent())
        .flatMap(curve -> curve.at(topology.logicalCpus()).stream())
        .map(point -> Setting.ofCurve(point.configuration()))
        .findFirst()
        .orElse(Setting.UNKNOWN);
  }

  /** Seconds of an operation: the mean of forks, from their iterations without a taint. */
  private void addDispatch(MeasuredFindings findings, Subject subject, Configuration c) {
    double[] forks =
        findings.quality().ledger().entries().stream()
            .filter(entry -> entry.taints().isEmpty())
            .filter(entry -> entry.trial().configuration().anyMatch(c::equals))
            .collect(
                Collectors.groupingBy(
                    entry -> entry.trial().number(),
                    TreeMap::new,
                    Collectors.averagingDouble(Readings::dispatchSeconds)))
            .values()
            .stream()
            .mapToDouble(Double::doubleValue)
            .toArray();
    Estimate mean = MeanInterval.of(forks);
    if (forks.length > 0 && mean.value() > 0) {
      add(Kind.DISPATCH, subject, new Reading(mean, Setting.of(c), forks.length, false));
    }
  }

  private static double dispatchSeconds(LedgerEntry entry) {
    return entry.iteration().dispatchNs() / 1e9 / entry.iteration().operations();
  }

  private void add(Kind kind, Subject subject, Reading reading) {
    readings.put(Row.of(kind, subject.kernel(), subject.model()), reading);
  }
}
