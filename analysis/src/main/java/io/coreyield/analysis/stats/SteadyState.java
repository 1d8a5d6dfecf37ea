package io.coreyield.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * How a fork's speed went over time, by its changepoints.
 *
 * <p>{@link Changepoints} divide the series into segments. Segments before the last belong to the
 * same state while their means overlap, each with the deviation of its noise to either side;
 * differences below {@value #MIN_DIFFERENCE} of the speed do not count. There is no steady state if
 * it would have less than a quarter of the series or fewer than {@value #MIN_STEADY} values. Else a
 * faster segment before it makes a slowdown, and slower ones alone make a warm-up.
 *
 * <p>These are the rules of Barrett et al., with a share of the speed for their millisecond, a
 * quarter of the series for their last 500 of 2000 values, and for their variance the standard
 * deviation of successive differences over √2, because a segment that rises steadily is not noisy.
 * (Von Neumann, Distribution of the ratio of the mean square successive difference to the variance,
 * Annals of Mathematical Statistics 12 (1941) 367–395.)
 *
 * <p>Values further from the median of their neighbours than 3 times the distance of the 10th and
 * 90th percentiles are outliers and left out. Two or more at either end of the series stay, because
 * they may be a warm-up, or an end of the steady state.
 *
 * <p>A change half-way is found in more than nine of ten series if it is of 30 standard deviations
 * in 6 values, 12 in 12, 8 in 20, 4 in 50.
 *
 * @param start index of the first value of the steady state; the number of values where there is
 *     none; 0 where it is unknown
 * @param changepoints index of the first value of each segment but the first, ascending
 * @see <a href="https://doi.org/10.1145/3133876">Barrett, Bolz-Tereick, Killick, Mount, Tratt:
 *     Virtual machine warmup blows hot and cold, OOPSLA 2017</a>
 */
public record SteadyState(Kind kind, int start, List<Integer> changepoints) {

  /** The fewest values that give a state. */
  public static final int MIN_VALUES = 6;

  /** How many times the logarithm of the series' length a changepoint must gain. */
  public static final int PENALTY = Changepoints.PENALTY;

  /** The fewest values of a steady state. */
  public static final int MIN_STEADY = 3;

  /** The share of the speed below which two speeds are the same. */
  public static final double MIN_DIFFERENCE = 0.005;

  /** The share of the series that a steady state has at least. */
  private static final double MIN_SHARE = 0.25;

  /** The smallest standard deviation of a segment, as a share of the median speed. */
  private static final double MIN_DEVIATION = 0.001;

  private static final int WINDOW = 25;
  private static final double OUTLYING = 3;

  /** What a fork did, by the classes of Barrett et al. 2017. */
  public enum Kind {
    /** One speed from the first value to the last. */
    FLAT("flat"),
    /** It came to a speed that is its best. */
    WARM_UP("warm-up"),
    /** It came to a speed that is below an earlier one. */
    SLOWDOWN("slowdown"),
    /** Its speed still changed near the end. */
    NO_STEADY_STATE("no steady state"),
    /** Too few values to tell, or one that is not positive and finite. */
    UNKNOWN("unknown");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * Classifies a series.
   *
   * @param speeds in order of time, in any unit, higher is faster
   * @return unknown of fewer than {@value #MIN_VALUES} values, or where one is not positive and
   *     finite
   */
  public static SteadyState of(double... speeds) {
    if (speeds.length < MIN_VALUES || !Sample.arePositive(speeds)) {
      return new SteadyState(Kind.UNKNOWN, 0, List.of());
    }
    double median = Sample.median(speeds);
    double[] relative = Arrays.stream(speeds).map(speed -> speed / median).toArray();
    int[] kept = withoutOutliers(relative);
    double[] values = IntStream.of(kept).mapToDouble(i -> relative[i]).toArray();
    List<Integer> changes = Changepoints.of(values, MIN_DEVIATION * MIN_DEVIATION);
    return classify(segments(values, changes), kept, speeds.length);
  }

  /**
   * Whether a series that still grows has come to a steady state: the last {@value #MIN_STEADY}
   * values are within 1 % of each other, or there is a steady state by its changepoints.
   *
   * @param speeds as for {@link #of}; a steady state cannot be told from too few of them
   */
  public static boolean isReached(double... speeds) {
    if (speeds.length < MIN_STEADY || !Sample.arePositive(speeds)) {
      return false;
    }
    DoubleSummaryStatistics last =
        Arrays.stream(speeds).skip(speeds.length - MIN_STEADY).summaryStatistics();
    if (last.getMax() <= last.getMin() * (1 + 2 * MIN_DIFFERENCE)) {
      return true;
    }
    Kind kind = of(speeds).kind();
    return kind != Kind.UNKNOWN && kind != Kind.NO_STEADY_STATE;
  }

  private static SteadyState classify(List<Segment> segments, int[] kept, int size) {
    Segment last = segments.getLast();
    int steady = segments.size() - 1;
    while (steady > 0 && segments.get(steady - 1).isSameAs(last)) {
      steady--;
    }
    List<Integer> changepoints = segments.stream().skip(1).map(s -> kept[s.start()]).toList();
    if (steady == 0) {
      return new SteadyState(Kind.FLAT, 0, changepoints);
    }
    int start = kept[segments.get(steady).start()];
    if (size - start < Math.max(MIN_STEADY, MIN_SHARE * size)) {
      return new SteadyState(Kind.NO_STEADY_STATE, size, changepoints);
    }
    boolean slower = segments.stream().anyMatch(s -> s.mean() > last.mean() && !s.isSameAs(last));
    return new SteadyState(slower ? Kind.SLOWDOWN : Kind.WARM_UP, start, changepoints);
  }

  /** A part of the series, by its place among the values that are kept. */
  private record Segment(int start, double mean, double deviation) {

    private boolean isSameAs(Segment last) {
      double least = MIN_DIFFERENCE * last.mean;
      return Math.abs(mean - last.mean) <= deviation + Math.max(last.deviation, least);
    }
  }

  private static List<Segment> segments(double[] values, List<Integer> changes) {
    List<Integer> bounds = new ArrayList<>(changes);
    bounds.addFirst(0);
    bounds.addLast(values.length);
    return IntStream.range(0, bounds.size() - 1)
        .mapToObj(i -> {
          double[] part = Arrays.copyOfRange(values, bounds.get(i), bounds.get(i + 1));
          return new Segment(bounds.get(i), Mean.of(part).getAsDouble(), deviation(part));
        })
        .toList();
  }

  private static double deviation(double[] values) {
    double squares = 0;
    for (int i = 1; i < values.length; i++) {
      squares += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
    }
    return Math.sqrt(squares / 2 / (values.length - 1));
  }

  private static int[] withoutOutliers(double[] values) {
    boolean[] out = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = isOutlier(values, i);
    }
    spareRun(out, 0, 1);
    spareRun(out, values.length - 1, -1);
    return IntStream.range(0, values.length).filter(i -> !out[i]).toArray();
  }

  /** Keeps the outliers at one end, if there are two or more. */
  private static void spareRun(boolean[] out, int end, int step) {
    if (out[end] && out[end + step]) {
      for (int i = end; i >= 0 && i < out.length && out[i]; i += step) {
        out[i] = false;
      }
    }
  }

  private static boolean isOutlier(double[] values, int index) {
    int from = Math.max(0, index - WINDOW);
    double[] around = Arrays.copyOfRange(values, from, Math.min(values.length, index + WINDOW + 1));
    around[index - from] = around[around.length - 1];
    around = Arrays.copyOf(around, around.length - 1);
    double[] percentiles = Quantile.withDefaults().withCopy(false).evaluate(around, 0.1, 0.5, 0.9);
    double band = Math.max(MIN_DIFFERENCE, OUTLYING * (percentiles[2] - percentiles[0]));
    return Math.abs(values[index] - percentiles[1]) > band;
  }
}
