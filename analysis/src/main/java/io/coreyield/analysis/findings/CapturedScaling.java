package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.Captured.Timing;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The scaling of one program, by one timing for each number of workers and so without intervals.
 *
 * @param what the program is
 * @param points by ascending number of workers, at least one
 * @param base the program whose single worker is the base of all speed-ups; empty where none was
 *     timed
 * @param knee what workers beyond the cores add, a fraction: throughput of as many workers as
 *     logical CPUs over that of as many as cores, less 1; without an interval, or unknown with the
 *     reason
 * @param serial whether no number of workers is faster than one: they do not run at once
 * @param category by the knee alone
 */
public record CapturedScaling(
    String what,
    List<CapturedPoint> points,
    String base,
    Estimate knee,
    boolean serial,
    Category category) {

  /** Why no figure has an interval. */
  public static final String ONE_TIMING = "one timing each";

  /** One per program, in the order of the command line. */
  static List<CapturedScaling> of(List<Timing> timings, Topology topology) {
    Map<String, List<Timing>> byWhat =
        timings.stream()
            .collect(Collectors.groupingBy(Timing::what, LinkedHashMap::new, Collectors.toList()));
    List<String> withOne =
        byWhat.keySet().stream().filter(what -> rate(byWhat, what, 1).isPresent()).toList();
    return byWhat.keySet().stream().map(what -> of(what, byWhat, withOne, topology)).toList();
  }

  private static CapturedScaling of(
      String what, Map<String, List<Timing>> byWhat, List<String> withOne, Topology topology) {
    String base = withOne.contains(what) ? what : withOne.size() == 1 ? withOne.getFirst() : "";
    double one = base.isEmpty() ? Double.NaN : rate(byWhat, base, 1).orElse(Double.NaN);
    List<CapturedPoint> points =
        byWhat.getOrDefault(what, List.of()).stream()
            .sorted(Comparator.comparingInt(Timing::workers))
            .map(timing -> point(timing, one))
            .toList();
    boolean serial = isSerial(points);
    Estimate knee =
        serial
            ? Estimate.unknown(
                "its workers do not run at once: more of them are no faster than one")
            : knee(byWhat, what, topology);
    return new CapturedScaling(what, points, base, knee, serial, Category.ofPoint(knee.value()));
  }

  private static CapturedPoint point(Timing timing, double one) {
    double rate = timing.elementsPerSecond();
    return new CapturedPoint(timing, rate, rate / one, rate / one / timing.workers());
  }

  /** The mean where that many workers were timed more than once. */
  private static OptionalDouble rate(Map<String, List<Timing>> byWhat, String what, int workers) {
    return byWhat.getOrDefault(what, List.of()).stream()
        .filter(timing -> timing.workers() == workers)
        .mapToDouble(Timing::elementsPerSecond)
        .average();
  }

  /** Whether no number of workers is faster than one, or where that was not timed, the fewest. */
  private static boolean isSerial(List<CapturedPoint> points) {
    CapturedPoint fewest = points.getFirst();
    List<CapturedPoint> more = points.stream().filter(p -> p.timing().workers() > 1).toList();
    if (more.isEmpty()) {
      return false;
    }
    if (!Double.isNaN(fewest.speedUp())) {
      return more.stream().allMatch(p -> p.speedUp() <= 1 + Category.MARGIN);
    }
    return points.getLast().timing().workers() > fewest.timing().workers()
        && points.stream()
            .allMatch(
                p -> p.elementsPerSecond() <= fewest.elementsPerSecond() * (1 + Category.MARGIN));
  }

  private static Estimate knee(Map<String, List<Timing>> byWhat, String what, Topology topology) {
    int cores = topology.physicalCores();
    int logical = topology.logicalCpus();
    if (cores == logical) {
      return Estimate.unknown("no logical CPUs are known to share a core");
    }
    OptionalDouble atCores = rate(byWhat, what, cores);
    OptionalDouble atLogical = rate(byWhat, what, logical);
    if (atCores.isEmpty() || atLogical.isEmpty()) {
      return Estimate.unknown(
          "%d and %d workers, as many as cores and logical CPUs, were not both timed"
              .formatted(cores, logical));
    }
    double knee = atLogical.getAsDouble() / atCores.getAsDouble() - 1;
    return Double.isFinite(knee)
        ? Estimate.withoutInterval(knee, ONE_TIMING)
        : Estimate.unknown("the times are beyond any program's");
  }

  /** The mean throughput of all timings of so many workers; NaN where there is none. */
  public double elementsPerSecond(int workers) {
    return points.stream()
        .filter(point -> point.timing().workers() == workers)
        .mapToDouble(CapturedPoint::elementsPerSecond)
        .average()
        .orElse(Double.NaN);
  }
}
