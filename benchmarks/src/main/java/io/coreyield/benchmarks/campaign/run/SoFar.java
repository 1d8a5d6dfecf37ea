package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.benchmarks.campaign.plan.ForkFigures;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the trials say so far, in a few words for the progress line. Geometric means of forks
 * without any check: the answer itself comes at the end.
 */
final class SoFar {

  private SoFar() {}

  /**
   * What a second thread adds to a core; without siblings what two workers do, or where no pair was
   * measured the most workers. Empty where no trial shows any of it.
   */
  static String words(List<Trial> trials) {
    return ratios(trials, pair -> pair.second() != null)
        .map(SoFar::added)
        .or(() -> ratios(trials, pair -> pair.second() == null).map(SoFar::ofTwo))
        .or(() -> speedUp(trials))
        .orElse("");
  }

  private static String added(DoubleSummaryStatistics ratios) {
    long least = Math.round(100 * (ratios.getMin() - 1));
    long most = Math.round(100 * (ratios.getMax() - 1));
    return "a second thread adds %s %%"
        .formatted(least == most ? "" + most : "%d to %d".formatted(least, most))
        .replace('-', '−');
  }

  private static String ofTwo(DoubleSummaryStatistics ratios) {
    String least = factor(ratios.getMin());
    String most = factor(ratios.getMax());
    return "2 workers " + (least.equals(most) ? most : least.replace("×", "–") + most);
  }

  private static String factor(double ratio) {
    return String.format(Locale.ROOT, "%.2f×", ratio);
  }

  /** Of platform threads, over kernels: of both logical CPUs at once to one alone. */
  private static Optional<DoubleSummaryStatistics> ratios(
      List<Trial> trials, Predicate<CorePair> which) {
    List<Trial> some =
        trials.stream()
            .filter(trial ->
                trial
                    .pair()
                    .anyMatch(
                        pair -> pair.model() == ConcurrencyModel.PLATFORM && which.test(pair)))
            .toList();
    DoubleSummaryStatistics ratios =
        ForkFigures.ofPairs(some).stream()
            .collect(
                Collectors.groupingBy(
                    ForkFigures::group, Collectors.averagingDouble(SoFar::meanLog)))
            .values()
            .stream()
            .mapToDouble(Math::exp)
            .summaryStatistics();
    return ratios.getCount() == 0 ? Optional.empty() : Optional.of(ratios);
  }

  /** Of the most workers, of the first model and kernel that was measured with one worker, too. */
  private static Optional<String> speedUp(List<Trial> trials) {
    return trials.stream()
        .flatMap(Trial::configuration)
        .filter(configuration -> configuration.workers() == 1)
        .min(Comparator.comparing(Configuration::model).thenComparing(Configuration::kernel))
        .flatMap(one ->
            trials.stream()
                .flatMap(Trial::configuration)
                .filter(other -> other.workers() > 1 && isLike(other, one))
                .max(Comparator.comparingInt(Configuration::workers))
                .flatMap(most -> speedUp(trials, one, most)));
  }

  private static Optional<String> speedUp(
      List<Trial> trials, Configuration one, Configuration most) {
    double ratio = Math.exp(meanLog(trials, most) - meanLog(trials, one));
    return Double.isNaN(ratio)
        ? Optional.empty()
        : Optional.of("%d workers %s".formatted(most.workers(), factor(ratio)));
  }

  private static boolean isLike(Configuration other, Configuration one) {
    return other.kernel() == one.kernel()
        && other.model() == one.model()
        && other.placement() == one.placement()
        && other.scaling() == one.scaling();
  }

  /** Of the throughput of its forks; NaN of none. */
  private static double meanLog(List<Trial> trials, Configuration configuration) {
    List<Trial> some =
        trials.stream()
            .filter(trial -> trial.configuration().anyMatch(configuration::equals))
            .toList();
    return ForkFigures.ofSummations(some).stream()
        .mapToDouble(SoFar::meanLog)
        .average()
        .orElse(Double.NaN);
  }

  private static double meanLog(ForkFigures fork) {
    return fork.logs().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
