package io.coreyield.analysis.stats.fit;

import io.coreyield.analysis.stats.Sample;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where a curve of throughput against workers bends: of all pairs of lines that meet at one of its
 * worker counts, the first from the origin, the pair with the least squares of relative errors.
 *
 * <p>Unlike {@link KneeFit} it is told no topology, so it shows what the curve alone says of the
 * cores. It has no interval: the place of a bend that is searched for has none of a simple kind.
 *
 * @param workers up to which each adds the same
 * @param further what each worker beyond them adds, over what each of them adds; may be negative
 */
public record Bend(int workers, double further) {

  /** Sums over points of the workers w and throughput x: of w²/x², w/x², 1/x², w/x and 1/x. */
  private record Sums(double ww, double w1, double one, double w, double x) {

    static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    Sums with(int workers, double throughput, int sign) {
      double a = workers / throughput;
      double b = 1 / throughput;
      return new Sums(
          ww + sign * a * a, w1 + sign * a * b, one + sign * b * b, w + sign * a, x + sign * b);
    }
  }

  /** The fit of two lines, and how far the points lie off them. */
  private record Lines(double slope, double excess, double misfit) {

    static Lines at(int knee, Sums below, Sums above) {
      double k = knee;
      double aa = below.ww + k * k * above.one;
      double ab = k * (above.w1 - k * above.one);
      double bb = above.ww - 2 * k * above.w1 + k * k * above.one;
      double ay = below.w + k * above.x;
      double by = above.w - k * above.x;
      double determinant = aa * bb - ab * ab;
      double slope = (bb * ay - ab * by) / determinant;
      double excess = (aa * by - ab * ay) / determinant;
      return new Lines(slope, excess, -(slope * ay + excess * by));
    }
  }

  /**
   * Finds the bend.
   *
   * @param throughputs by number of workers
   * @return empty of fewer than two points, or where a throughput is not positive and finite, or
   *     too large or too small to square
   */
  public static Optional<Bend> of(SortedMap<Integer, Double> throughputs) {
    List<Integer> counts = List.copyOf(throughputs.keySet());
    double[] figures = throughputs.values().stream().mapToDouble(x -> x).toArray();
    if (counts.size() < 2 || !Sample.arePositive(figures)) {
      return Optional.empty();
    }
    Sums below = Sums.NONE;
    Sums above = Sums.NONE;
    for (int i = 0; i < figures.length; i++) {
      above = above.with(counts.get(i), figures[i] / figures[0], 1);
    }
    Optional<Bend> bend = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < figures.length - 1; i++) {
      below = below.with(counts.get(i), figures[i] / figures[0], 1);
      above = above.with(counts.get(i), figures[i] / figures[0], -1);
      Lines lines = Lines.at(counts.get(i), below, above);
      double further = lines.excess / lines.slope;
      if (lines.misfit < least && Double.isFinite(further)) {
        least = lines.misfit;
        bend = Optional.of(new Bend(counts.get(i), further));
      }
    }
    return bend;
  }
}
