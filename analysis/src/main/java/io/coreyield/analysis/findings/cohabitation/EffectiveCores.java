package io.coreyield.analysis.findings.cohabitation;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.WeightedMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many cores' worth N workers get in all, if all kinds of code that were measured are equally
 * frequent among them: workers get a core each while there are any, then they share cores. A core
 * that two share does the weighted speedup of their pairing. Cores are taken not to slow each
 * other: what memory takes away is in the control on two cores.
 *
 * @param points one per number of workers, from 1 to the logical CPUs
 * @param bestPairs who shares a core with whom at best; two equal kernels for one beside itself
 */
public record EffectiveCores(List<Point> points, List<Pairing> bestPairs) {

  /**
   * Cores' worth of N workers.
   *
   * @param best with the pairs that do most
   * @param random with pairs drawn at random
   * @param worst with the pairs that do least
   */
  public record Point(int workers, Estimate best, Estimate random, Estimate worst) {}

  /** Empty where a pairing has no figure, or not every core has two logical CPUs. */
  static Optional<EffectiveCores> of(
      Topology topology, List<Kernel> kernels, List<Pairing> pairings) {
    int cores = topology.physicalCores();
    if (topology.siblingPairs().size() != cores
        || topology.logicalCpus() != 2 * cores
        || pairings.size() != kernels.size() * (kernels.size() + 1) / 2
        || !pairings.stream().allMatch(p -> p.core().weightedSpeedup().hasInterval())) {
      return Optional.empty();
    }
    Matching best = new Matching(kernels, pairings, 1).found();
    Matching worst = new Matching(kernels, pairings, -1).found();
    Estimate atBest = best.mean();
    Estimate atWorst = worst.mean();
    Estimate atRandom = random(kernels.size(), pairings);
    List<Point> points =
        IntStream.rangeClosed(1, 2 * cores)
            .mapToObj(n ->
                new Point(
                    n,
                    worth(n, cores, atBest),
                    worth(n, cores, atRandom),
                    worth(n, cores, atWorst)))
            .toList();
    return Optional.of(new EffectiveCores(points, best.pairs()));
  }

  private static Estimate worth(int workers, int cores, Estimate ofSharedCore) {
    int shared = Math.max(0, workers - cores);
    int alone = Math.min(workers, cores) - shared;
    return ofSharedCore.times(shared).plus(alone);
  }

  /** Two workers drawn with replacement: unlike ones twice as often as alike ones. */
  private static Estimate random(int kernels, List<Pairing> pairings) {
    double all = (double) kernels * kernels;
    return WeightedMean.of(
        pairings.stream().map(p -> p.core().weightedSpeedup()).toList(),
        pairings.stream().map(p -> (p.isAlike() ? 1 : 2) / all).toList());
  }

  /** Every worker with one other, or with one of its own kind; all ways are tried. */
  private static final class Matching {
    private final List<Kernel> kernels;
    private final List<Pairing> pairings;
    private final int sign;
    private double bestSum = Double.NEGATIVE_INFINITY;
    private List<Pairing> best = List.of();

    Matching(List<Kernel> kernels, List<Pairing> pairings, int sign) {
      this.kernels = kernels;
      this.pairings = pairings;
      this.sign = sign;
    }

    Matching found() {
      search(new ArrayList<>(kernels), new ArrayList<>(), 0);
      return this;
    }

    private void search(List<Kernel> left, List<Pairing> taken, double sum) {
      if (left.isEmpty()) {
        if (sum > bestSum) {
          bestSum = sum;
          best = List.copyOf(taken);
        }
        return;
      }
      Kernel kernel = left.getFirst();
      for (Kernel partner : List.copyOf(left)) {
        Pairing pairing = pairing(kernel, partner);
        if (pairing != null) {
          List<Kernel> rest = new ArrayList<>(left);
          rest.remove(kernel);
          rest.remove(partner);
          taken.add(pairing);
          search(rest, taken, sum + sign * weight(pairing));
          taken.removeLast();
        }
      }
    }

    private @Nullable Pairing pairing(Kernel one, Kernel other) {
      return pairings.stream()
          .filter(p -> p.has(one) && p.has(other) && p.isAlike() == (one == other))
          .findFirst()
          .orElse(null);
    }

    /** Workers in it, of two for each kernel, times what their core does. */
    private static double weight(Pairing pairing) {
      return workers(pairing) * pairing.core().weightedSpeedup().value();
    }

    private static int workers(Pairing pairing) {
      return pairing.isAlike() ? 1 : 2;
    }

    List<Pairing> pairs() {
      return best;
    }

    /** What a shared core does, over all. */
    Estimate mean() {
      return WeightedMean.of(
          best.stream().map(p -> p.core().weightedSpeedup()).toList(),
          best.stream().map(p -> (double) workers(p) / kernels.size()).toList());
    }
  }
}
