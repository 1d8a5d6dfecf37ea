package io.coreyield.analysis.chart;

import java.util.Arrays;

/** The colours of heat maps, as 0xRRGGBB. */
public final class HeatColors {

  /** A CPU that ran programs, at full load. */
  public static final int BUSY = Integer.decode(Look.WORK.hex());

  /** A CPU that ran the operating system. */
  public static final int SYSTEM = Integer.decode(Look.SYSTEM.hex());

  /** A CPU that the hypervisor took away. */
  public static final int STOLEN = Integer.decode(Look.STEAL.hex());

  /** A CPU whose counters did not move. */
  public static final int NOT_COUNTED = 0xC8D0D8;

  /** A pair that was not measured. */
  public static final int NOT_MEASURED = 0xD9D9D9;

  /** Two of the colours of Okabe and Ito (2008), for every kind of colour vision. */
  private static final int SHARED = 0xD55E00;

  private static final int HALFWAY = 0xF7F7F7;
  private static final int SEPARATE = 0x0072B2;

  private HeatColors() {}

  /**
   * The mean of the colours of what a CPU did, as 0xAARRGGBB; idle and waiting are transparent, so
   * that a map suits light and dark paper. What was not counted is opaque grey.
   *
   * @param shares as {@link LoadCells#shares} gives them
   */
  public static int load(double[] shares) {
    double user = shares[0] + shares[1];
    double system = shares[2] + shares[5] + shares[6];
    double all = user + system + shares[7];
    if (all <= 0) {
      return LoadCells.isCounted(shares) ? 0 : 0xFF000000 | NOT_COUNTED;
    }
    int argb = (int) Math.round(255 * Math.min(1, all));
    for (int shift = 16; shift >= 0; shift -= 8) {
      double sum =
          user * (BUSY >> shift & 255)
              + system * (SYSTEM >> shift & 255)
              + shares[7] * (STOLEN >> shift & 255);
      argb = argb << 8 | (int) Math.round(sum / all);
    }
    return argb;
  }

  /** An opaque colour with so much of it on white, 0 to 1. */
  public static int onWhite(int rgb, double opacity) {
    return between(0xFFFFFF, rgb, opacity);
  }

  /** The same of colours as 0xAARRGGBB. */
  public static int[][] onWhite(int[][] argb) {
    return Arrays.stream(argb)
        .map(
            row -> Arrays.stream(row).map(c -> onWhite(c & 0xFFFFFF, (c >>> 24) / 255.0)).toArray())
        .toArray(int[][]::new);
  }

  /** From 1, where two share a core, to 2, where each has its own; NaN was not measured. */
  public static int ratio(double ratio) {
    if (Double.isNaN(ratio)) {
      return NOT_MEASURED;
    }
    double place = 2 * Math.clamp(ratio, 1, 2) - 3;
    return between(HALFWAY, place < 0 ? SHARED : SEPARATE, Math.abs(place));
  }

  /** Whether text on the colour of a ratio must be light. */
  public static boolean isDark(double ratio) {
    return ratio > 1.75;
  }

  /** A mixture of two colours: 0 is the first, 1 the second. */
  public static int between(int from, int to, double share) {
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int start = from >> shift & 255;
      rgb = rgb << 8 | (int) Math.round(start + share * ((to >> shift & 255) - start));
    }
    return rgb;
  }
}
