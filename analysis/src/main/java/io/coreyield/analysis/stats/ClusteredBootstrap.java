package io.coreyield.analysis.stats;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The mean over cores of the mean over forks of the mean over blocks, with an interval by bootstrap
 * of clusters.
 *
 * <p>Only the top level that varies by chance is drawn with replacement: the forks of each core
 * where all cores of the machine were measured, else the cores. A fork's mean already contains the
 * noise of its blocks; to draw blocks again would count it twice. (Davison and Hinkley, Bootstrap
 * methods and their application, 1997, section 3.8; Field and Welsh, Bootstrapping clustered data,
 * J. Royal Statistical Society B 69 (2007) 369–390.)
 *
 * <p>With few units the interval of the draws is too narrow: draws vary (n − 1)/n times as much as
 * the units, and the width is itself an estimate. So units are spread by √(n/(n − 1)) before they
 * are drawn, and the percentiles are moved away from the estimate by t/z, the quantiles of Student
 * and of the normal distribution. (Hesterberg, What teachers should know about the bootstrap, The
 * American Statistician 69 (2015) 371–386.) Degrees of freedom: forks − cores where forks are
 * drawn, which assumes that forks vary equally on all cores; cores − 1 where cores are.
 *
 * <p>One seed gives one interval, on every machine.
 */
public final class ClusteredBootstrap {

  /** How often the units are drawn. */
  public static final int RESAMPLES = 2000;

  /** The share of draws that may have no finite statistic. */
  private static final double MAX_UNDEFINED = 0.025;

  private static final String ONE_CORE =
      "one core: an interval needs two cores, or two forks on each of all cores";

  private static final double TAIL = (1 - Estimate.LEVEL) / 2;
  private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);

  /** Which cores were measured. */
  public enum Cores {
    /** All of the machine: its cores are what they are, chance lies in the forks. */
    ALL,
    /** Some of them, drawn at random: another sample would have other cores. */
    SAMPLED
  }

  private ClusteredBootstrap() {}

  /**
   * Estimates the mean of one figure, with the standard error of the units that are drawn; see
   * {@link #of}.
   *
   * @throws IllegalArgumentException if a block has another number of figures than one
   */
  public static Estimate mean(List<Block> blocks, Cores cores, long seed) {
    requireFigures(blocks, 1);
    Estimate mean = of(blocks, cores, means -> means[0], seed);
    if (!mean.hasInterval()) {
      return mean;
    }
    Strata strata = strata(ClusteredMeans.of(blocks), cores);
    return mean.withError(Math.sqrt(strata.variance()), strata.degreesOfFreedom());
  }

  /**
   * Estimates a function of the means of several figures that are drawn together, such as the place
   * of a yield between its controls.
   *
   * @param blocks in any order
   * @param cores whether all cores were measured; where a core has only one fork, cores are drawn
   *     in either case, because nothing else shows how forks vary
   * @param statistic of the means of the blocks' figures, in their order
   * @return the statistic with its interval; without interval, with the reason, where there is one
   *     core with one fork, one core of a sample, or where the statistic has no finite value in
   *     more than 2.5 % of the draws; unknown, with the reason, of no block, or where a figure or
   *     the statistic is NaN or infinite
   * @throws IllegalArgumentException if not all blocks have equally many figures
   */
  public static Estimate of(
      List<Block> blocks, Cores cores, ToDoubleFunction<double[]> statistic, long seed) {
    if (blocks.isEmpty()) {
      return Estimate.unknown("no block gave a result");
    }
    requireFigures(blocks, blocks.getFirst().figures().size());
    ClusteredMeans means = ClusteredMeans.of(blocks);
    double[] grand = ClusteredMeans.mean(means.cores());
    double value = means.isFinite() ? statistic.applyAsDouble(grand) : Double.NaN;
    if (!Double.isFinite(value)) {
      return Estimate.unknown("a figure is not a finite number");
    }
    if (!drawsForks(means, cores) && means.cores().size() == 1) {
      return Estimate.withoutInterval(value, ONE_CORE);
    }
    Strata strata = strata(means, cores);
    return interval(value, strata, strata.degreesOfFreedom(), statistic, seed);
  }

  private static boolean drawsForks(ClusteredMeans means, Cores cores) {
    return cores == Cores.ALL && means.fewestForks() > 1;
  }

  /** What is drawn: the forks of each core, or two cores or more. */
  private static Strata strata(ClusteredMeans means, Cores cores) {
    double[] grand = ClusteredMeans.mean(means.cores());
    return drawsForks(means, cores)
        ? new Strata(grand, 1.0 / means.cores().size(), means.forks())
        : new Strata(grand, 1, List.of(means.cores()));
  }

  /**
   * Estimates the mean difference of one figure between two arms, core by core on those that both
   * arms have. Where forks are drawn, they are drawn in each arm by itself, and the degrees of
   * freedom are Welch's; where cores are drawn, each brings both arms along.
   *
   * @param minuends blocks of one figure
   * @param subtrahends blocks of the same figure in the other arm, from forks of their own
   * @param cores as in {@link #of}
   * @return minuend − subtrahend, as in {@link #of}; unknown, too, where no core is in both arms
   * @throws IllegalArgumentException if a block has another number of figures than one
   */
  public static Estimate difference(
      List<Block> minuends, List<Block> subtrahends, Cores cores, long seed) {
    requireFigures(minuends, 1);
    requireFigures(subtrahends, 1);
    ClusteredMeans all = ClusteredMeans.of(subtrahends);
    ClusteredMeans left = ClusteredMeans.of(minuends).sharedWith(all);
    ClusteredMeans right = all.sharedWith(left);
    if (left.cores().isEmpty()) {
      return Estimate.unknown("no core was measured in both arms");
    }
    List<double[]> differences = differences(left.cores(), right.cores());
    double[] grand = ClusteredMeans.mean(differences);
    if (!Double.isFinite(grand[0])) {
      return Estimate.unknown("a figure is not a finite number");
    }
    if (cores == Cores.ALL && Math.min(left.fewestForks(), right.fewestForks()) > 1) {
      double weight = 1.0 / differences.size();
      double freedom =
          welch(new Strata(grand, weight, left.forks()), new Strata(grand, weight, right.forks()));
      return interval(
          grand[0], new Strata(grand, weight, arms(left, right)), freedom, means -> means[0], seed);
    }
    if (differences.size() == 1) {
      return Estimate.withoutInterval(grand[0], ONE_CORE);
    }
    Strata strata = new Strata(grand, 1, List.of(differences));
    return interval(grand[0], strata, strata.degreesOfFreedom(), means -> means[0], seed);
  }

  private static Estimate interval(
      double value,
      Strata strata,
      double degreesOfFreedom,
      ToDoubleFunction<double[]> statistic,
      long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    double[] drawn =
        IntStream.range(0, RESAMPLES)
            .mapToDouble(_ -> statistic.applyAsDouble(strata.draw(random)))
            .filter(Double::isFinite)
            .toArray();
    if (drawn.length < (1 - MAX_UNDEFINED) * RESAMPLES) {
      return Estimate.withoutInterval(value, "the figures vary so much that it has no bound");
    }
    // Two units give three different draws, and the outer ones lie √2 standard errors out, not z.
    double reach = strata.units() == 2 ? Math.sqrt(2) : Z;
    double stretch = Sample.criticalT(degreesOfFreedom) / reach;
    double[] ends = Quantile.withDefaults().evaluate(drawn, TAIL, 1 - TAIL);
    return Estimate.of(
            value,
            value + stretch * Math.min(0, ends[0] - value),
            value + stretch * Math.max(0, ends[1] - value))
        .withError(Math.sqrt(Variance.of(drawn).getAsDouble()), degreesOfFreedom);
  }

  private static List<double[]> differences(List<double[]> left, List<double[]> right) {
    return IntStream.range(0, left.size())
        .mapToObj(core -> new double[] {left.get(core)[0] - right.get(core)[0]})
        .toList();
  }

  /** Both arms' forks as strata of their own; those of the right one count negative. */
  private static List<List<double[]>> arms(ClusteredMeans left, ClusteredMeans right) {
    Stream<List<double[]>> negative =
        right.forks().stream()
            .map(forks -> forks.stream().map(fork -> new double[] {-fork[0]}).toList());
    return Stream.concat(left.forks().stream(), negative).toList();
  }

  private static double welch(Strata left, Strata right) {
    double freedom =
        StandardError.welch(
            left.variance(), left.degreesOfFreedom(), right.variance(), right.degreesOfFreedom());
    // Where all forks are equal the interval has no width, whatever the degrees of freedom.
    return Double.isNaN(freedom) ? left.degreesOfFreedom() : freedom;
  }

  private static void requireFigures(List<Block> blocks, int figures) {
    for (Block block : blocks) {
      if (block.figures().size() != figures) {
        throw new IllegalArgumentException(
            "a block of core %s, fork %d has %d figures, not %d"
                .formatted(block.core(), block.fork(), block.figures().size(), figures));
      }
    }
  }
}
