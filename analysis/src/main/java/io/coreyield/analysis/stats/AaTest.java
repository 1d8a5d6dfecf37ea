package io.coreyield.analysis.stats;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The test of an A/A control: one configuration, run in each round under two names. Its names
 * should not differ, nor its end from its beginning.
 *
 * <p>Each interval excludes 0 in 5 % of campaigns on a stable machine with independent forks. The
 * logarithms of the figures are assumed to be normal.
 *
 * @param difference the geometric mean over rounds of second/first, less 1, with Student's interval
 *     on the logarithms; its variance is that about a level for each configuration and each round
 * @param drift the gain from the earliest trial to the latest, as a fraction of the earliest: least
 *     squares of the logarithm on time, with a level for each name and for each further
 *     configuration
 */
public record AaTest(Estimate difference, Estimate drift) {

  /** The fewest degrees of freedom for the noise about a line in time: three rounds. */
  public static final int MIN_FREEDOM_OF_DRIFT = 3;

  /**
   * One round.
   *
   * @param firstTime when the trial under the first name ran, in any unit from any zero
   * @param first its throughput
   * @param secondTime when the trial under the second name ran, in the same unit
   * @param second its throughput, in the unit of the first
   */
  public record Round(double firstTime, double first, double secondTime, double second) {

    private boolean isValid() {
      return Double.isFinite(firstTime)
          && Double.isFinite(secondTime)
          && Sample.arePositive(first, second);
    }
  }

  /**
   * The trials of one further configuration, whose forks vary about as much as the control's.
   *
   * @param times when each ran, in the unit of the rounds
   * @param values throughput of each, in any unit
   */
  public record Series(List<Double> times, List<Double> values) {

    /** Throws an {@link IllegalArgumentException} if they are not equally long. */
    public Series {
      if (times.size() != values.size()) {
        throw new IllegalArgumentException(
            "%d times, %d values: each trial needs both".formatted(times.size(), values.size()));
      }
    }

    private boolean isValid() {
      return times.stream().allMatch(Double::isFinite)
          && values.stream().allMatch(x -> x > 0 && Double.isFinite(x));
    }

    private Series logarithms() {
      return new Series(times, values.stream().map(Math::log).toList());
    }
  }

  /**
   * Tests a control.
   *
   * @param rounds in any order, each with both trials
   * @param others further configurations that show a drift as well; may be empty
   * @param alongside throughputs of those of them that ran in every round, in the order of the
   *     rounds; they show how much forks vary within a round
   * @return both figures; a figure without interval, with the reason, of fewer than two rounds, or
   *     for the drift of fewer than three and too few others; unknown, with the reason, of no
   *     round, where a throughput is not positive and finite or a time not finite, and the drift
   *     where all trials of either name ran at one time
   */
  public static AaTest of(List<Round> rounds, List<Series> others, List<List<Double>> alongside) {
    if (rounds.isEmpty()) {
      return unknown("no round has both trials of the control");
    }
    if (!rounds.stream().allMatch(Round::isValid)
        || !others.stream().allMatch(Series::isValid)
        || !alongside.stream().flatMap(List::stream).allMatch(Sample::arePositive)) {
      return unknown("a figure of the control is not positive and finite");
    }
    return new AaTest(
        difference(rounds, alongside),
        drift(Stream.concat(names(rounds), others.stream()).map(Series::logarithms).toList()));
  }

  private static Stream<Series> names(List<Round> rounds) {
    return Stream.of(
        new Series(
            rounds.stream().map(Round::firstTime).toList(),
            rounds.stream().map(Round::first).toList()),
        new Series(
            rounds.stream().map(Round::secondTime).toList(),
            rounds.stream().map(Round::second).toList()));
  }

  private static AaTest unknown(String reason) {
    return new AaTest(Estimate.unknown(reason), Estimate.unknown(reason));
  }

  private static Estimate difference(List<Round> rounds, List<List<Double>> alongside) {
    List<double[]> logs =
        Stream.concat(names(rounds).map(Series::values), alongside.stream())
            .map(values -> values.stream().mapToDouble(Math::log).toArray())
            .toList();
    double mean = Sample.of(logs.get(1)).mean() - Sample.of(logs.get(0)).mean();
    if (rounds.size() == 1) {
      return Estimate.withoutInterval(
          Math.expm1(mean), "one round of the control: an interval needs two");
    }
    double degreesOfFreedom = (logs.size() - 1.0) * (rounds.size() - 1.0);
    double variance = sumOfResiduals(logs) / degreesOfFreedom;
    return relative(mean, Math.sqrt(2 * variance / rounds.size()), degreesOfFreedom);
  }

  /** The sum of squares about a level for each row and each column. */
  private static double sumOfResiduals(List<double[]> rows) {
    double[] columns =
        IntStream.range(0, rows.getFirst().length)
            .mapToDouble(i -> rows.stream().mapToDouble(row -> row[i]).average().orElseThrow())
            .toArray();
    double grand = Sample.of(columns).mean();
    return rows.stream()
        .mapToDouble(row -> {
          double mean = Sample.of(row).mean();
          double[] residuals =
              IntStream.range(0, row.length)
                  .mapToDouble(i -> row[i] - mean - columns[i] + grand)
                  .toArray();
          return sumOfProducts(residuals, residuals);
        })
        .sum();
  }

  private static Estimate drift(List<Series> logarithms) {
    // Each level is taken out by centring: Frisch, Waugh and Lovell's theorem.
    double[] times = centred(logarithms, Series::times);
    double[] logs = centred(logarithms, Series::values);
    double spread = sumOfProducts(times, times);
    if (!(spread > 0) || Double.isInfinite(spread)) {
      return Estimate.unknown("all trials of the control ran at one time");
    }
    double slope = sumOfProducts(times, logs) / spread;
    double length = length(logarithms);
    // A line and the levels.
    double degreesOfFreedom = logs.length - logarithms.size() - 1.0;
    if (degreesOfFreedom < MIN_FREEDOM_OF_DRIFT) {
      return Estimate.withoutInterval(
          Math.expm1(slope * length),
          "%d trials of the control: the interval of a drift needs %d"
              .formatted(logs.length, logarithms.size() + 1 + MIN_FREEDOM_OF_DRIFT));
    }
    double[] residuals =
        IntStream.range(0, logs.length).mapToDouble(i -> logs[i] - slope * times[i]).toArray();
    double error = Math.sqrt(sumOfProducts(residuals, residuals) / degreesOfFreedom / spread);
    return relative(slope * length, error * length, degreesOfFreedom);
  }

  private static double length(List<Series> all) {
    DoubleSummaryStatistics times =
        all.stream()
            .flatMap(series -> series.times().stream())
            .collect(Collectors.summarizingDouble(Double::doubleValue));
    return times.getMax() - times.getMin();
  }

  private static Estimate relative(double log, double standardError, double degreesOfFreedom) {
    double halfWidth =
        standardError
            * TDistribution.of(degreesOfFreedom)
                .inverseSurvivalProbability((1 - Estimate.LEVEL) / 2);
    return Estimate.of(Math.expm1(log), Math.expm1(log - halfWidth), Math.expm1(log + halfWidth));
  }

  private static double[] centred(List<Series> all, Function<Series, List<Double>> side) {
    return all.stream()
        .map(series -> side.apply(series).stream().mapToDouble(Double::doubleValue).toArray())
        .flatMapToDouble(values -> {
          double mean = Sample.of(values).mean();
          return Arrays.stream(values).map(value -> value - mean);
        })
        .toArray();
  }

  private static double sumOfProducts(double[] left, double[] right) {
    return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
  }
}
