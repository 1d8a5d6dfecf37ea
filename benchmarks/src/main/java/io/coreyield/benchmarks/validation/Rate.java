package io.coreyield.benchmarks.validation;

import java.util.Collection;
import java.util.function.Predicate;

/** How many of how many. */
record Rate(long hits, long of) {

  private static final double Z = 1.959964;

  static <T> Rate of(Collection<T> all, Predicate<T> hit) {
    return new Rate(all.stream().filter(hit).count(), all.size());
  }

  /** As a fraction; NaN of none. */
  double share() {
    return (double) hits / of;
  }

  /**
   * In percent with its 95 % interval: {@code 95.1 % [93.6, 96.3]}; {@code none} of none. (Wilson,
   * Probable inference, the law of succession, and statistical inference, J. American Statistical
   * Association 22 (1927) 209–212.)
   */
  @Override
  public String toString() {
    if (of == 0) {
      return "none";
    }
    double n = of;
    double middle = (share() + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half =
        Z * Math.sqrt(share() * (1 - share()) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
    return "%.1f %% [%.1f, %.1f]"
        .formatted(100 * share(), 100 * (middle - half), 100 * (middle + half));
  }
}
