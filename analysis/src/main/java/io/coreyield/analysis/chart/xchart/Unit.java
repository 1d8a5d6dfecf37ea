package io.coreyield.analysis.chart.xchart;

/**
 * A power of a thousand that makes figures easy to read.
 *
 * @param factor that a figure is divided by
 * @param words before the unit: {@code 10⁹ }, nothing for 1
 */
record Unit(double factor, String words) {

  private static final String[] POWERS = {"", "10³ ", "10⁶ ", "10⁹ ", "10¹² ", "10¹⁵ "};

  /** The one that brings {@code largest} between 1 and 1000, as far as there is one. */
  static Unit of(double largest) {
    int power = 0;
    double factor = 1;
    while (power < POWERS.length - 1 && largest >= 1000 * factor) {
      factor *= 1000;
      power++;
    }
    return new Unit(factor, POWERS[power]);
  }
}
