package io.coreyield.analysis.model.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two logical CPUs, in no order.
 *
 * @param first the lower number
 * @param second the higher number
 */
public record CpuPair(int first, int second) implements Comparable<CpuPair> {

  private static final Comparator<CpuPair> ORDER =
      Comparator.comparingInt(CpuPair::first).thenComparingInt(CpuPair::second);

  /**
   * Throws an {@link IllegalArgumentException} if a number is negative, or the first is not the
   * lower.
   */
  public CpuPair {
    if (first < 0 || first >= second) {
      throw new IllegalArgumentException(
          "%d and %d are no pair of logical CPUs in order".formatted(first, second));
    }
  }

  /**
   * The pair of two logical CPUs.
   *
   * @throws IllegalArgumentException if they are the same one
   */
  public static CpuPair of(int one, int other) {
    return new CpuPair(Math.min(one, other), Math.max(one, other));
  }

  /** Every pair of these logical CPUs, in order; none of fewer than two. */
  public static List<CpuPair> all(List<Integer> cpus) {
    List<CpuPair> pairs = new ArrayList<>();
    for (int i = 0; i < cpus.size(); i++) {
      for (int j = i + 1; j < cpus.size(); j++) {
        pairs.add(of(cpus.get(i), cpus.get(j)));
      }
    }
    pairs.sort(ORDER);
    return pairs;
  }

  public List<Integer> cpus() {
    return List.of(first, second);
  }

  @Override
  public int compareTo(CpuPair other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return first + "+" + second;
  }
}
