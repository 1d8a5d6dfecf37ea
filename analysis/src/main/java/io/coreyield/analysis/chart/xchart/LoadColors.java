package io.coreyield.analysis.chart.xchart;

/** From nearly white at 0 % to dark at 100 %: lightness alone tells the load. */
final class LoadColors {

  /** Where nothing was counted. */
  static final int NONE_RGB = 0xC8D0D8;

  private static final int[][] ANCHORS = {
    {0xF7, 0xF5, 0xF0},
    {0xF3, 0xC8, 0x6B},
    {0xDB, 0x7A, 0x3A},
    {0x9E, 0x2F, 0x3F},
    {0x33, 0x0F, 0x33}
  };

  private LoadColors() {}

  /** The colour of a load in percent, as 0xRRGGBB. */
  static int rgb(double percent) {
    if (Double.isNaN(percent)) {
      return NONE_RGB;
    }
    double place = Math.clamp(percent, 0, 100) / 100 * (ANCHORS.length - 1);
    int below = Math.min((int) place, ANCHORS.length - 2);
    int rgb = 0;
    for (int channel = 0; channel < 3; channel++) {
      double from = ANCHORS[below][channel];
      double to = ANCHORS[below + 1][channel];
      rgb = rgb << 8 | (int) Math.round(from + (place - below) * (to - from));
    }
    return rgb;
  }
}
