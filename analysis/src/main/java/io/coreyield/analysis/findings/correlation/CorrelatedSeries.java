package io.coreyield.analysis.findings.correlation;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.RankCorrelation;
import io.coreyield.analysis.stats.RankCorrelation.Asked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of one kernel and model that its score is correlated with. */
final class CorrelatedSeries {

  /** From this correlation of two figures on, each gets a partial correlation given the other. */
  static final double MOVE_TOGETHER = 0.7;

  private static final int NO_MOVER = -1;

  /** A figure and the score of the same iterations, in the same order, and their forks. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Series(String name, double[] score, double[] value, int[] forks) {

    private boolean varies() {
      return isFinite()
          && Arrays.stream(score).distinct().count() > 1
          && Arrays.stream(value).distinct().count() > 1;
    }

    private boolean isFinite() {
      return score.length > 0 && Arrays.stream(value).allMatch(Double::isFinite);
    }

    /** Whether the two can share draws, and can move together. */
    private boolean isOfSameIterations(Series other) {
      return isFinite()
          && other.isFinite()
          && Arrays.equals(score, other.score)
          && Arrays.equals(forks, other.forks);
    }

    private double together(Series other) {
      return RankCorrelation.coefficient(value, other.value);
    }
  }

  private final Kernel kernel;
  private final ConcurrencyModel model;
  private final List<Series> all;

  /** For each series the place of the one that moves most with it. */
  private final int[] movers;

  CorrelatedSeries(Kernel kernel, ConcurrencyModel model, List<Series> all) {
    this.kernel = kernel;
    this.model = model;
    this.all = List.copyOf(all);
    this.movers = IntStream.range(0, this.all.size()).map(this::mover).toArray();
  }

  private int mover(int place) {
    Series series = all.get(place);
    return IntStream.range(0, all.size())
        .filter(i -> i != place && series.varies() && all.get(i).varies())
        .filter(i -> series.isOfSameIterations(all.get(i)))
        .filter(i -> Math.abs(series.together(all.get(i))) >= MOVE_TOGETHER)
        .boxed()
        .max(Comparator.comparingDouble(i -> Math.abs(series.together(all.get(i)))))
        .orElse(NO_MOVER);
  }

  /** How many correlations there are, partial ones included. */
  int comparisons() {
    return (int) all.stream().filter(Series::varies).count()
        + (int) Arrays.stream(movers).filter(mover -> mover != NO_MOVER).count();
  }

  /** One for each series, in order. */
  List<Correlation> correlations(int comparisons, long seed) {
    Correlation[] correlations = new Correlation[all.size()];
    for (List<Integer> places : ofSameIterations()) {
      Iterator<Estimate> estimates = estimates(places, comparisons, seed).iterator();
      for (int place : places) {
        correlations[place] = correlation(place, estimates, comparisons);
      }
    }
    return List.of(correlations);
  }

  private List<List<Integer>> ofSameIterations() {
    List<List<Integer>> sets = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Series series = all.get(i);
      int place = i;
      sets.stream()
          .filter(set -> all.get(set.getFirst()).isOfSameIterations(series))
          .findFirst()
          .ifPresentOrElse(set -> set.add(place), () -> sets.add(new ArrayList<>(List.of(place))));
    }
    return sets;
  }

  /** For each series the simple correlation, then the partial one where it has a mover. */
  private List<Estimate> estimates(List<Integer> places, int comparisons, long seed) {
    Series any = all.get(places.getFirst());
    if (any.score.length == 0) {
      return places.stream()
          .map(place -> Estimate.unknown(all.get(place).name + " was not recorded"))
          .toList();
    }
    List<double[]> figures = new ArrayList<>(List.of(any.score));
    List<Asked> asked = new ArrayList<>();
    for (int place : places) {
      figures.add(all.get(place).value);
      int own = 1 + places.indexOf(place);
      asked.add(Asked.of(0, own));
      if (movers[place] != NO_MOVER) {
        asked.add(Asked.of(0, own, 1 + places.indexOf(movers[place])));
      }
    }
    return RankCorrelation.together(figures, asked, any.forks, comparisons, seed);
  }

  private Correlation correlation(int place, Iterator<Estimate> estimates, int comparisons) {
    Series series = all.get(place);
    Estimate simple = estimates.next();
    Correlation.Partial partial = null;
    if (movers[place] != NO_MOVER) {
      Series mover = all.get(movers[place]);
      partial = new Correlation.Partial(mover.name, series.together(mover), estimates.next());
    }
    return new Correlation(
        kernel, model, series.name, simple, series.score.length, comparisons, partial);
  }
}
