package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Captured.Curve;
import io.coreyield.analysis.model.trial.Captured.Timing;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.fit.KneeFit;
import io.coreyield.analysis.stats.fit.WorkerPoint;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scaling of one program, by one figure for each number of workers and so without intervals.
 *
 * @param what the program is
 * @param unit of the throughput, without "per second"
 * @param points by ascending number of workers, at least one
 * @param base the program whose single worker is the base of all speed-ups; empty where none was
 *     timed
 * @param knee what workers beyond the cores add, a fraction: throughput of as many workers as
 *     logical CPUs over that of as many as cores, less 1; without an interval, or unknown with the
 *     reason
 * @param serial whether no number of workers is faster than one: they do not run at once
 * @param category by the knee alone
 * @param cores that the curve looks like; null of timings, which are few
 */
public record CapturedScaling(
    String what,
    String unit,
    List<CapturedPoint> points,
    String base,
    Estimate knee,
    boolean serial,
    Category category,
    @Nullable ApparentCores cores) {

  /** Why no figure has an interval. */
  public static final String ONE_TIMING = "one timing each";

  /** The same of a curve. */
  public static final String ONE_FIGURE = "one figure each";

  private static final String ELEMENTS = "elements";

  /** A program before its speed-ups are known. */
  private record Program(String what, String unit, List<CapturedPoint> points) {

    static Program of(String what, List<Timing> timings) {
      return new Program(
          what,
          ELEMENTS,
          timings.stream()
              .map(t -> point(t.workers(), t.elementsPerSecond(), t))
              .sorted(Comparator.comparingInt(CapturedPoint::workers))
              .toList());
    }

    static Program of(Curve curve) {
      return new Program(
          curve.what(),
          curve.unit(),
          curve.points().stream()
              .map(p -> point(p.workers(), p.throughput(), null))
              .sorted(Comparator.comparingInt(CapturedPoint::workers))
              .toList());
    }

    private static CapturedPoint point(int workers, double perSecond, @Nullable Timing timing) {
      return new CapturedPoint(workers, perSecond, Double.NaN, Double.NaN, timing);
    }

    /** The mean where that many workers were timed more than once. */
    OptionalDouble rate(int workers) {
      return points.stream()
          .filter(point -> point.workers() == workers)
          .mapToDouble(CapturedPoint::perSecond)
          .average();
    }

    SortedMap<Integer, Double> rates() {
      return points.stream()
          .collect(
              Collectors.groupingBy(
                  CapturedPoint::workers,
                  TreeMap::new,
                  Collectors.averagingDouble(CapturedPoint::perSecond)));
    }
  }

  /**
   * One per program and curve, in the order of the command line.
   *
   * @param areCoresDeclared whether it is known which logical CPUs share a core
   */
  static List<CapturedScaling> of(Captured captured, Topology topology, boolean areCoresDeclared) {
    List<Program> timed =
        captured.timings().stream()
            .collect(Collectors.groupingBy(Timing::what, LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(program -> Program.of(program.getKey(), program.getValue()))
            .toList();
    List<Program> withOne = timed.stream().filter(p -> p.rate(1).isPresent()).toList();
    return Stream.concat(
            timed.stream()
                .map(program -> {
                  Program base =
                      withOne.size() == 1 && program.rate(1).isEmpty()
                          ? withOne.getFirst()
                          : program;
                  return of(program, base, topology, knee(program, topology), null);
                }),
            captured.curves().stream()
                .map(curve -> of(Program.of(curve), topology, areCoresDeclared)))
        .toList();
  }

  private static CapturedScaling of(Program curve, Topology topology, boolean areCoresDeclared) {
    Estimate knee = fitted(curve, knee(curve, topology), topology);
    ApparentCores cores = ApparentCores.of(curve.rates(), knee, topology);
    return of(curve, curve, topology, knee, areCoresDeclared ? cores : cores.undeclared());
  }

  private static CapturedScaling of(
      Program program,
      Program base,
      Topology topology,
      Estimate knee,
      @Nullable ApparentCores cores) {
    double one = base.rate(1).orElse(Double.NaN);
    List<CapturedPoint> points =
        program.points().stream()
            .map(p -> {
              double speedUp = p.perSecond() / one;
              return new CapturedPoint(
                  p.workers(), p.perSecond(), speedUp, speedUp / p.workers(), p.timing());
            })
            .toList();
    boolean serial = isSerial(points, topology.physicalCores());
    Estimate added =
        serial
            ? Estimate.unknown(
                "its workers do not run at once: more of them are no faster than one")
            : knee;
    return new CapturedScaling(
        program.what(),
        program.unit(),
        points,
        Double.isNaN(one) ? "" : base.what(),
        added,
        serial,
        Category.ofPoint(added.value()),
        cores);
  }

  /**
   * Whether no number of workers is faster than one, or where that was not timed, the fewest. Where
   * all further workers share cores with others, siblings may add nothing.
   */
  private static boolean isSerial(List<CapturedPoint> points, int cores) {
    CapturedPoint fewest = points.getFirst();
    List<CapturedPoint> more = points.stream().filter(p -> p.workers() > 1).toList();
    if (more.stream().noneMatch(p -> p.workers() <= cores)) {
      return false;
    }
    if (!Double.isNaN(fewest.speedUp())) {
      return more.stream().allMatch(p -> p.speedUp() <= 1 + Category.MARGIN);
    }
    return points.getLast().workers() > fewest.workers()
        && points.stream()
            .allMatch(p -> p.perSecond() <= fewest.perSecond() * (1 + Category.MARGIN));
  }

  private static Estimate knee(Program program, Topology topology) {
    int cores = topology.physicalCores();
    int logical = topology.logicalCpus();
    if (cores == logical) {
      return Estimate.unknown("no logical CPUs are known to share a core");
    }
    OptionalDouble atCores = program.rate(cores);
    OptionalDouble atLogical = program.rate(logical);
    if (atCores.isEmpty() || atLogical.isEmpty()) {
      return Estimate.unknown(
          "%d and %d workers, as many as cores and logical CPUs, were not both timed"
              .formatted(cores, logical));
    }
    double knee = atLogical.getAsDouble() / atCores.getAsDouble() - 1;
    return Double.isFinite(knee)
        ? Estimate.withoutInterval(
            knee, program.points().getFirst().timing() == null ? ONE_FIGURE : ONE_TIMING)
        : Estimate.unknown("the times are beyond any program's");
  }

  /** By two lines through the points, where a curve has none at the cores or the logical CPUs. */
  private static Estimate fitted(Program curve, Estimate knee, Topology topology) {
    int cores = topology.physicalCores();
    int logical = topology.logicalCpus();
    if (knee.hasValue() || cores == logical) {
      return knee;
    }
    List<WorkerPoint> points =
        curve.rates().entrySet().stream()
            .map(point -> WorkerPoint.of(point.getKey(), point.getValue()))
            .toList();
    Estimate each = KneeFit.of(points, cores, logical).yield();
    return each.hasValue()
        ? Estimate.withoutInterval(
            each.value() * (logical - cores) / cores,
            "%s, by two lines through the points, which have none at %d or %d workers"
                .formatted(ONE_FIGURE, cores, logical))
        : each;
  }

  /** Whether another tool measured it, and nobody timed it by hand. */
  public boolean isCurve() {
    return cores != null;
  }

  /** Whether a curve is that of other cores than the machine declares. */
  public boolean contradictsDeclared() {
    return cores != null && cores.contradictsDeclared();
  }

  /**
   * The points to name first. Of a curve they are those of 2 workers, of as many as declared cores,
   * of where it bends and of all, each the mean of its figures; of timings all.
   */
  public List<CapturedPoint> milestones() {
    if (cores == null) {
      return points;
    }
    Set<Integer> counts =
        new HashSet<>(
            List.of(1, 2, cores.declared(), cores.apparent(), points.getLast().workers()));
    return points.stream()
        .filter(point -> counts.contains(point.workers()))
        .collect(Collectors.groupingBy(CapturedPoint::workers, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(CapturedScaling::mean)
        .toList();
  }

  private static CapturedPoint mean(List<CapturedPoint> same) {
    CapturedPoint first = same.getFirst();
    double share =
        same.stream().mapToDouble(CapturedPoint::perSecond).average().orElseThrow()
            / first.perSecond();
    return new CapturedPoint(
        first.workers(),
        share * first.perSecond(),
        share * first.speedUp(),
        share * first.efficiency(),
        null);
  }

  /** Why its figures have no interval. */
  public String reason() {
    return isCurve() ? ONE_FIGURE : ONE_TIMING;
  }

  /** The mean throughput of all figures of so many workers; NaN where there is none. */
  public double perSecond(int workers) {
    return points.stream()
        .filter(point -> point.workers() == workers)
        .mapToDouble(CapturedPoint::perSecond)
        .average()
        .orElse(Double.NaN);
  }
}
