package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.chart.HeatColors;

/** A colour as 0xRRGGBB, with its contrast by WCAG 2.2. */
public record Rgb(int value) {

  /** Least contrast of a graphical object against its ground: WCAG 1.4.11. */
  public static final double MIN_CONTRAST = 3;

  /** The same in the dark, where thin bright lines blur. */
  public static final double MIN_CONTRAST_IN_THE_DARK = 4.5;

  /** Reads {@code #rrggbb}. */
  public static Rgb of(String hex) {
    return new Rgb(Integer.decode(hex));
  }

  public String hex() {
    return "#%06x".formatted(value);
  }

  /** Contrast ratio, 1 to 21. */
  public double contrast(Rgb other) {
    double mine = luminance();
    double theirs = other.luminance();
    return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
  }

  /** This colour, moved towards {@code target} until it contrasts so much with {@code ground}. */
  public Rgb legibleOn(Rgb ground, Rgb target, double contrast) {
    Rgb mixed = this;
    for (int share = 5; share <= 100 && mixed.contrast(ground) < contrast; share += 5) {
      mixed = new Rgb(HeatColors.between(value, target.value, share / 100.0));
    }
    return mixed;
  }

  private double luminance() {
    return 0.2126 * linear(value >> 16)
        + 0.7152 * linear(value >> 8 & 255)
        + 0.0722 * linear(value & 255);
  }

  private static double linear(int component) {
    double c = component / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
