package io.coreyield.analysis.chart.xchart;

/**
 * From vermillion at 1, where two share a core, over nearly white halfway to blue at 2: two of the
 * colours that Okabe and Ito chose for every kind of colour vision.
 */
final class RatioColors {

  /** Where nothing was measured. */
  static final int NONE_RGB = 0xD9D9D9;

  /** The ratio at which one colour ends. */
  static final double LOWEST = 1;

  /** The ratio at which the other colour ends. */
  static final double HIGHEST = 2;

  private static final int[] SHARED = {0xD5, 0x5E, 0x00};
  private static final int[] HALFWAY = {0xF7, 0xF7, 0xF7};
  private static final int[] SEPARATE = {0x00, 0x72, 0xB2};

  private RatioColors() {}

  /** The colour of a ratio, as 0xRRGGBB; of NaN that of nothing measured. */
  static int rgb(double ratio) {
    if (Double.isNaN(ratio)) {
      return NONE_RGB;
    }
    double place = 2 * (Math.clamp(ratio, LOWEST, HIGHEST) - LOWEST) / (HIGHEST - LOWEST) - 1;
    int[] end = place < 0 ? SHARED : SEPARATE;
    int rgb = 0;
    for (int channel = 0; channel < 3; channel++) {
      double value = HALFWAY[channel] + Math.abs(place) * (end[channel] - HALFWAY[channel]);
      rgb = rgb << 8 | (int) Math.round(value);
    }
    return rgb;
  }

  /** Whether text on that colour must be light. */
  static boolean isDark(double ratio) {
    return ratio > 1.75;
  }
}
