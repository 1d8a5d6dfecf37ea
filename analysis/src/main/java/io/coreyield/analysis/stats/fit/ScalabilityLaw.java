package io.coreyield.analysis.stats.fit;

import io.coreyield.analysis.stats.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The Universal Scalability Law, X(w) = γ·w / (1 + α·(w − 1) + β·w·(w − 1)), and Amdahl's, which is
 * that with β = 0.
 *
 * <p>Give it worker counts up to the physical cores only: it counts the weakness of siblings as
 * coherency. Fitted by least squares of throughput, each fork counted, with α and β of 0 or more.
 * Intervals are profile likelihood, as by R's {@code confint} of {@code nls}: a value belongs to it
 * if the best fit with that value has a sum of squares within t²/df of the best of all. They assume
 * that the law holds.
 *
 * @param gamma γ: elements per second of one worker
 * @param alpha α: contention, the share of work that only one worker can do at a time
 * @param beta β: coherency, what each pair of workers costs the others
 * @param reason why the worker counts do not identify all parameters; null where they do
 * @see <a href="https://doi.org/10.1007/978-3-540-31010-5">Gunther: Guerrilla capacity planning,
 *     2007, chapters 4 to 6</a>
 * @see <a href="https://doi.org/10.1002/9780470316757">Bates, Watts: Nonlinear regression analysis
 *     and its applications, 1988, chapter 6</a>, for profiles
 */
public record ScalabilityLaw(
    Estimate gamma, Estimate alpha, Estimate beta, @Nullable String reason) {

  /** Worker counts that the Universal Scalability Law needs. */
  public static final int MIN_COUNTS = 4;

  /** Worker counts that Amdahl's law needs. */
  public static final int MIN_COUNTS_OF_AMDAHL = 3;

  /** Whether the worker counts identify all parameters. */
  public boolean identifiable() {
    return reason == null;
  }

  /**
   * Fits the Universal Scalability Law.
   *
   * @param points of worker counts up to the physical cores; those without a fork are left out
   * @return the fit; not identifiable, with the reason, and all unknown where there are fewer than
   *     four worker counts or a figure is not positive and finite; not identifiable, with what is
   *     known, where α or β may be anything from 0 to 1 or a parameter has no bound
   */
  public static ScalabilityLaw universal(List<WorkerPoint> points) {
    return fit(points, MIN_COUNTS, true);
  }

  /**
   * Fits Amdahl's law; β is 0.
   *
   * @param points as for {@link #universal}
   * @return as {@link #universal}, of three worker counts or more
   */
  public static ScalabilityLaw amdahl(List<WorkerPoint> points) {
    return fit(points, MIN_COUNTS_OF_AMDAHL, false);
  }

  private static ScalabilityLaw fit(List<WorkerPoint> points, int least, boolean coherency) {
    List<WorkerPoint> usable =
        points.stream().filter(point -> !point.elementsPerSecond().isEmpty()).toList();
    int[] counts = usable.stream().mapToInt(WorkerPoint::workers).distinct().sorted().toArray();
    if (counts.length < least) {
      return unknown(
          "not identifiable: %d worker counts, %d are needed".formatted(counts.length, least));
    }
    if (usable.stream().anyMatch(WorkerPoint::isPoor)) {
      return unknown("a throughput or a frequency is not positive and finite");
    }
    double scale =
        usable.stream()
            .flatMapToDouble(p -> Arrays.stream(p.corrected()).map(x -> x / p.workers()))
            .max()
            .orElseThrow();
    LawProfile profile = profile(usable, scale, coherency);
    return identified(
        profile.interval(LawFit.GAMMA).times(scale),
        profile.interval(LawFit.ALPHA),
        profile.interval(LawFit.BETA),
        counts[counts.length - 1]);
  }

  private static LawProfile profile(List<WorkerPoint> points, double scale, boolean coherency) {
    double[] workers =
        points.stream()
            .flatMapToDouble(
                p -> DoubleStream.generate(p::workers).limit(p.elementsPerSecond().size()))
            .toArray();
    double[] throughputs =
        points.stream()
            .flatMapToDouble(p -> Arrays.stream(p.corrected()).map(x -> x / scale))
            .toArray();
    return new LawProfile(workers, throughputs, coherency);
  }

  private static ScalabilityLaw identified(
      Estimate gamma, Estimate alpha, Estimate beta, int most) {
    String reason = null;
    if (isAnything(alpha)) {
      reason = "up to %d workers do not identify alpha: 0 fits, and so does 1";
    } else if (isAnything(beta)) {
      reason = "up to %d workers do not identify beta: 0 fits, and so does 1";
    } else if (!(gamma.hasInterval() && alpha.hasInterval() && beta.hasInterval())) {
      reason = "up to %d workers do not identify the law: a parameter has no bound";
    }
    return new ScalabilityLaw(gamma, alpha, beta, reason == null ? null : reason.formatted(most));
  }

  private static boolean isAnything(Estimate estimate) {
    return estimate.low() == 0 && estimate.high() >= 1;
  }

  private static ScalabilityLaw unknown(String reason) {
    Estimate unknown = Estimate.unknown(reason);
    return new ScalabilityLaw(unknown, unknown, unknown, reason);
  }
}
