package io.coreyield.analysis.stats.fit;

import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.RatioInterval;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What workers beyond the physical cores add, from a curve of throughput against workers.
 *
 * <p>With P physical cores, X(w) = a·w up to P workers, and a·P·(1 + y·(w − P)/P) beyond them, up
 * to the logical CPUs: y is what one more worker adds, relative to a worker with a core of its own.
 * The topology gives the place of the knee, so the model is linear in a and a·y and has no local
 * optimum. With T siblings per core the whole chip gains (T − 1)·y.
 *
 * <p>Fitted by least squares of relative errors, with Fieller's interval of the ratio of both
 * slopes. Where points lie off the lines by more than their forks differ (an F test at 5 %), the
 * variance is that of points about the lines, which is wider: a bootstrap of forks would miss a
 * misfit, which all forks of a point share.
 *
 * @param perWorker elements per second of one worker on a core of its own, at the frequency of one
 *     worker
 * @param yield y: 0 where workers beyond the cores add nothing, 1 where each adds a whole core;
 *     unknown, with the reason, where it is not identifiable
 * @param curvedAt worker counts up to P whose throughput is not proportional to that of the fewest
 *     workers: off by more than 5 %, and by more than its error where forks give one
 * @param note a caveat of the fit; null where the two lines hold
 */
public record KneeFit(
    Estimate perWorker, Estimate yield, List<Integer> curvedAt, @Nullable String note) {

  /** Worker counts that the line up to the cores needs; the other one begins at its end. */
  public static final int MIN_COUNTS = 2;

  /**
   * The share of proportional throughput that P workers must reach. At 0.75 a line through the
   * curved branch misses the knee by (1 − e)/(2e), a sixth: as much as the yields looked for.
   */
  public static final double MIN_EFFICIENCY = 0.75;

  private static final double CURVED = 0.05;

  /**
   * Fits the curve.
   *
   * @param points one per worker count, in any order; those without a fork, or with more workers
   *     than logical CPUs, are left out
   * @param physicalCores P: those that the workers may use
   * @param logicalCpus that the workers may use
   * @return the fit; all unknown, with the reason, where the machine has no siblings, there are
   *     fewer than two worker counts up to the cores or none beyond, or a figure is not positive
   *     and finite, or too large or too small to square
   * @throws IllegalArgumentException if two points have the same worker count
   */
  public static KneeFit of(List<WorkerPoint> points, int physicalCores, int logicalCpus) {
    List<WorkerPoint> usable = usable(points, logicalCpus);
    String refusal = refusal(usable, physicalCores, logicalCpus);
    if (refusal != null) {
      return unknown(refusal);
    }
    TwoLines lines = TwoLines.fit(usable, physicalCores);
    if (!lines.isFinite()) {
      return unknown("the throughputs are too large or too small to square");
    }
    List<WorkerPoint> branch =
        usable.stream().filter(point -> point.workers() <= physicalCores).toList();
    WorkerPoint fewest = branch.getFirst();
    List<Integer> curvedAt =
        branch.stream()
            .filter(point -> isOutside(efficiency(point, fewest), 1 - CURVED, 1 + CURVED))
            .map(WorkerPoint::workers)
            .toList();
    Estimate last = efficiency(branch.getLast(), fewest);
    boolean identifiable = !isOutside(last, MIN_EFFICIENCY, 1 / MIN_EFFICIENCY);
    return new KneeFit(
        perWorker(lines),
        identifiable
            ? slopeRatio(lines)
            : Estimate.unknown(notIdentifiable(branch.getLast(), fewest, last)),
        curvedAt,
        note(lines, curvedAt));
  }

  private static KneeFit unknown(String reason) {
    return new KneeFit(Estimate.unknown(reason), Estimate.unknown(reason), List.of(), null);
  }

  private static List<WorkerPoint> usable(List<WorkerPoint> points, int logicalCpus) {
    Set<Integer> counts = new HashSet<>();
    for (WorkerPoint point : points) {
      if (!counts.add(point.workers())) {
        throw new IllegalArgumentException(
            "two points with %d workers: give their forks in one".formatted(point.workers()));
      }
    }
    return points.stream()
        .filter(point -> point.workers() <= logicalCpus && !point.elementsPerSecond().isEmpty())
        .sorted(Comparator.comparingInt(WorkerPoint::workers))
        .toList();
  }

  private static @Nullable String refusal(
      List<WorkerPoint> points, int physicalCores, int logicalCpus) {
    if (logicalCpus <= physicalCores) {
      return "no core has a sibling: there is nothing beyond the cores";
    }
    if (points.stream().anyMatch(WorkerPoint::isPoor)) {
      return "a throughput or a frequency is not positive and finite";
    }
    Predicate<WorkerPoint> below = point -> point.workers() <= physicalCores;
    long low = points.stream().filter(below).count();
    if (low < MIN_COUNTS) {
      return "not identifiable: it takes %d worker counts up to the %d cores, and there is %s"
          .formatted(MIN_COUNTS, physicalCores, low == 0 ? "none" : low);
    }
    if (points.size() == low) {
      return "not identifiable: no worker count beyond the %d cores".formatted(physicalCores);
    }
    return null;
  }

  /** Throughput over that in proportion to the fewest workers: 1 on a straight line. */
  private static Estimate efficiency(WorkerPoint point, WorkerPoint fewest) {
    double proportion = (double) fewest.workers() / point.workers();
    return point.equals(fewest)
        ? Estimate.of(1, 1, 1)
        : RatioInterval.independent(point.corrected(), fewest.corrected()).times(proportion);
  }

  /** Whether all of the interval, or the figure where there is no interval, is outside a range. */
  private static boolean isOutside(Estimate estimate, double from, double to) {
    return estimate.hasInterval()
        ? estimate.high() < from || estimate.low() > to
        : estimate.value() < from || estimate.value() > to;
  }

  private static String notIdentifiable(WorkerPoint last, WorkerPoint fewest, Estimate efficiency) {
    return String.format(
        Locale.ROOT,
        "not identifiable: %d workers reach %.0f %% of what is proportional to %d, so the curve"
            + " bends before the cores are all in use",
        last.workers(),
        100 * efficiency.value(),
        fewest.workers());
  }

  private static @Nullable String note(TwoLines lines, List<Integer> curvedAt) {
    if (lines.misfits()) {
      return "points lie off the two lines by more than forks differ; the interval is that of the"
          + " points";
    }
    return curvedAt.isEmpty() ? null : "throughput is not proportional to workers below the knee";
  }

  private static Estimate perWorker(TwoLines lines) {
    double halfWidth = lines.criticalT() * Math.sqrt(lines.slopeVariance());
    return Estimate.of(lines.slope(), lines.slope() - halfWidth, lines.slope() + halfWidth);
  }

  /** Fieller's interval of the ratio of two slopes with a covariance. */
  private static Estimate slopeRatio(TwoLines lines) {
    double yield = lines.excess() / lines.slope();
    double t2 = lines.criticalT() * lines.criticalT();
    double a = 1 - t2 * lines.slopeVariance() / (lines.slope() * lines.slope());
    double b = yield - t2 * lines.covariance() / (lines.slope() * lines.slope());
    double c = yield * yield - t2 * lines.excessVariance() / (lines.slope() * lines.slope());
    if (!(a > 0)) {
      return Estimate.withoutInterval(
          yield, "throughput up to the cores differs so much that the yield has no bound");
    }
    double halfSpan = Math.sqrt(Math.max(0, b * b - a * c));
    return Estimate.of(
        yield, Math.min(yield, (b - halfSpan) / a), Math.max(yield, (b + halfSpan) / a));
  }
}
