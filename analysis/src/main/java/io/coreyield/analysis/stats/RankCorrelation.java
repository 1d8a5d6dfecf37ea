package io.coreyield.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spearman's rank correlation, simple or partial, with an interval by bootstrap of forks.
 *
 * <p>Equal values share the mean of their ranks. Iterations of one fork are not independent, so
 * forks are drawn with replacement and bring all their iterations along (Davison and Hinkley,
 * Bootstrap methods and their application, 1997, section 3.8). A correlation's distribution is
 * skewed, and forks that are drawn twice add ties, which move the draws; so the interval is the
 * bias-corrected and accelerated one (Efron, Better bootstrap confidence intervals, J. American
 * Statistical Association 82 (1987) 171–185; Davison and Hinkley, section 5.3).
 *
 * <p>With few forks that one is far too narrow, and is widened: {@link CorrelationInterval}. Of k
 * correlations that are compared each interval has level 1 − 0.05/k, so that all hold at once 95
 * times in 100 (Bonferroni).
 *
 * <p>One seed gives one interval, on every machine.
 */
public final class RankCorrelation {

  /** How often the forks are drawn for one comparison; more often for more. */
  public static final int RESAMPLES = 2000;

  /** The fewest forks that give an interval. */
  public static final int MIN_FORKS = 3;

  /** The most draws, in multiples of {@link #RESAMPLES}. */
  private static final int MAX_MULTIPLES = 10;

  /** The share of resamples that may be constant, and so without correlation. */
  private static final double MAX_CONSTANT = 0.05;

  /**
   * Which correlation is computed of several series, by their places from 0.
   *
   * @param first place of a series
   * @param second place of another one
   * @param given place of the series that is held fixed; null where none is
   */
  public record Asked(int first, int second, @Nullable Integer given) {

    /** Simple. */
    public static Asked of(int first, int second) {
      return new Asked(first, second, null);
    }

    /**
     * Partial: (r_xy − r_xz r_yz) / √((1 − r_xz²)(1 − r_yz²)) with z held fixed. (Kendall, Partial
     * rank correlation, Biometrika 32 (1942) 277–283, in Spearman's ranks.)
     */
    public static Asked of(int first, int second, int given) {
      return new Asked(first, second, given);
    }

    private Stream<Integer> places() {
      return Stream.concat(Stream.of(first, second), Stream.ofNullable(given));
    }
  }

  private final RankedForks forks;

  private RankCorrelation(int[] forks, List<double[]> series) {
    this.forks = new RankedForks(forks, series);
  }

  /**
   * Estimates several correlations of the same iterations from the same draws.
   *
   * @param series figures of the same iterations, one each
   * @param asked which correlations of them
   * @param forks the number of the fork that each iteration belongs to
   * @param comparisons how many correlations are compared, these included
   * @return for each asked one −1 to 1 with its interval; the correlation alone, with the reason,
   *     of fewer than three forks, or where many resamples are constant; unknown, with the reason,
   *     where a series is constant, or the one held fixed explains another wholly; all unknown
   *     where there is no figure, or one is NaN or infinite
   * @throws IllegalArgumentException if the series and the forks are not equally long, or {@code
   *     comparisons} is below 1
   */
  public static List<Estimate> together(
      List<double[]> series, List<Asked> asked, int[] forks, int comparisons, long seed) {
    requireEqualLengths(series, forks);
    if (comparisons < 1) {
      throw new IllegalArgumentException(
          "%d comparisons: there is one at least".formatted(comparisons));
    }
    if (forks.length == 0) {
      String which = series.size() == 2 ? "both" : "all";
      return unknown(asked, "no iteration has %s figures".formatted(which));
    }
    if (series.stream().anyMatch(figures -> Sample.lacks(Double::isFinite, figures))) {
      return unknown(asked, "a figure is not a finite number");
    }
    return new RankCorrelation(forks, series).estimate(asked, comparisons, seed);
  }

  /**
   * The correlation without an interval.
   *
   * @return −1 to 1; NaN of none, where a figure is not finite, or either side is constant
   * @throws IllegalArgumentException if the two are not equally long
   */
  public static double coefficient(double[] xs, double[] ys) {
    int[] each = IntStream.range(0, xs.length).toArray();
    requireEqualLengths(List.of(xs, ys), each);
    if (each.length == 0
        || Sample.lacks(Double::isFinite, xs)
        || Sample.lacks(Double::isFinite, ys)) {
      return Double.NaN;
    }
    return new RankedForks(each, List.of(xs, ys)).all(List.of(Asked.of(0, 1)))[0];
  }

  private static List<Estimate> unknown(List<Asked> asked, String why) {
    return asked.stream().map(_ -> Estimate.unknown(why)).toList();
  }

  private List<Estimate> estimate(List<Asked> asked, int comparisons, long seed) {
    double[] values = forks.all(asked);
    boolean isDrawn = forks.count() >= MIN_FORKS && !Arrays.stream(values).allMatch(Double::isNaN);
    int draws = isDrawn ? RESAMPLES * Math.min(comparisons, MAX_MULTIPLES) : 0;
    double[][] drawn = forks.draw(draws, seed, asked);
    double[][] leftOut = isDrawn ? forks.leaveOutEach(asked) : new double[asked.size()][0];
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      estimates.add(
          Double.isNaN(values[i])
              ? Estimate.unknown(whyConstant(asked.get(i)))
              : interval(values[i], drawn[i], leftOut[i], comparisons));
    }
    return estimates;
  }

  private static void requireEqualLengths(List<double[]> series, int[] forks) {
    if (series.stream().anyMatch(figures -> figures.length != forks.length)) {
      List<String> lengths = series.stream().map(figures -> "" + figures.length).toList();
      throw new IllegalArgumentException(
          "%s figures, %d forks: each iteration needs all %s"
              .formatted(
                  String.join(" and ", lengths),
                  forks.length,
                  series.size() == 2 ? "three" : "of them"));
    }
  }

  private String whyConstant(Asked asked) {
    List<Asked> themselves = asked.places().map(i -> Asked.of(i, i)).toList();
    return Arrays.stream(forks.all(themselves)).noneMatch(Double::isNaN)
        ? "not enough variation: what is held fixed explains a figure wholly"
        : "not enough variation: all figures are equal";
  }

  private Estimate interval(double value, double[] draws, double[] leftOut, int comparisons) {
    if (forks.count() < MIN_FORKS) {
      return Estimate.withoutInterval(
          value,
          "%d fork%s: an interval needs %d"
              .formatted(forks.count(), forks.count() == 1 ? "" : "s", MIN_FORKS));
    }
    double[] drawn = Arrays.stream(draws).filter(r -> !Double.isNaN(r)).toArray();
    if (drawn.length < (1 - MAX_CONSTANT) * draws.length
        || Sample.lacks(Double::isFinite, leftOut)) {
      return Estimate.withoutInterval(value, "not enough variation between forks");
    }
    return CorrelationInterval.of(value, drawn, leftOut, comparisons);
  }
}
