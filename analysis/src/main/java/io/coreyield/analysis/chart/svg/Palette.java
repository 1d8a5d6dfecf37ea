package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.chart.Look;

/** The colours of charts as CSS, with enough contrast on light and on dark paper. */
public final class Palette {

  /** The page's ground in the light, as in {@code report.css}. */
  public static final Rgb PAPER = Rgb.of("#fcfcfb");

  /** The page's ground in the dark, as in {@code report.css}. */
  public static final Rgb NIGHT = Rgb.of("#15181c");

  private static final Rgb BLACK = new Rgb(0);
  private static final Rgb WHITE = new Rgb(0xFFFFFF);

  private Palette() {}

  /** The rules of all looks. */
  public static String css() {
    StringBuilder out = new StringBuilder();
    Look.all().forEach(look -> rule(out, look, light(look)));
    out.append("@media screen and (prefers-color-scheme:dark){");
    Look.all().forEach(look -> rule(out, look, dark(look)));
    return out.append("}\n").toString();
  }

  public static Rgb light(Look look) {
    return Rgb.of(look.hex()).legibleOn(PAPER, BLACK, Rgb.MIN_CONTRAST);
  }

  public static Rgb dark(Look look) {
    return Rgb.of(look.hex()).legibleOn(NIGHT, WHITE, Rgb.MIN_CONTRAST_IN_THE_DARK);
  }

  private static void rule(StringBuilder out, Look look, Rgb color) {
    out.append('.').append(look.cssClass()).append("{--series:").append(color.hex()).append("}\n");
  }
}
