package io.coreyield.analysis.chart.svg;

import java.util.Locale;

/** A colour, with its contrast by WCAG 2.2. Components are 0 to 255. */
public record Rgb(int red, int green, int blue) {

  /** Least contrast of a graphical object against its ground: WCAG 1.4.11. */
  public static final double MIN_CONTRAST = 3;

  /** Reads {@code #rrggbb}. */
  public static Rgb of(String hex) {
    int value = Integer.parseInt(hex, 1, 7, 16);
    return new Rgb(value >> 16, value >> 8 & 255, value & 255);
  }

  public String hex() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }

  /** Contrast ratio, 1 to 21. */
  public double contrast(Rgb other) {
    double mine = luminance();
    double theirs = other.luminance();
    return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
  }

  /** This colour, moved towards {@code target} until it contrasts with {@code ground}. */
  public Rgb legibleOn(Rgb ground, Rgb target) {
    Rgb mixed = this;
    for (int share = 5; share <= 100 && mixed.contrast(ground) < MIN_CONTRAST; share += 5) {
      mixed = mixedWith(target, share / 100.0);
    }
    return mixed;
  }

  private Rgb mixedWith(Rgb target, double share) {
    return new Rgb(
        mix(red, target.red, share),
        mix(green, target.green, share),
        mix(blue, target.blue, share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int component) {
    double c = component / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
