package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.chart.ModelColors;
import io.coreyield.analysis.model.plan.ConcurrencyModel;

/** The colours of the concurrency models as CSS, legible on light and on dark paper. */
public final class ModelStyle {

  /** The page's ground in the light, as in {@code report.css}. */
  public static final Rgb PAPER = Rgb.of("#fcfcfb");

  /** The page's ground in the dark, as in {@code report.css}. */
  public static final Rgb NIGHT = Rgb.of("#15181c");

  private static final Rgb BLACK = new Rgb(0, 0, 0);
  private static final Rgb WHITE = new Rgb(255, 255, 255);

  private ModelStyle() {}

  /** The class that gives an element the model's colour. */
  public static String cssClass(ConcurrencyModel model) {
    return "m-" + model.id();
  }

  /** The rules of all models. */
  public static String css() {
    StringBuilder out = new StringBuilder();
    for (ConcurrencyModel model : ConcurrencyModel.values()) {
      rule(out, model, light(model));
    }
    out.append("@media screen and (prefers-color-scheme:dark){");
    for (ConcurrencyModel model : ConcurrencyModel.values()) {
      rule(out, model, dark(model));
    }
    return out.append("}\n").toString();
  }

  public static Rgb light(ConcurrencyModel model) {
    return Rgb.of(ModelColors.hex(model)).legibleOn(PAPER, BLACK);
  }

  public static Rgb dark(ConcurrencyModel model) {
    return Rgb.of(ModelColors.hex(model)).legibleOn(NIGHT, WHITE);
  }

  private static void rule(StringBuilder out, ConcurrencyModel model, Rgb color) {
    out.append('.').append(cssClass(model)).append("{--series:").append(color.hex()).append("}\n");
  }
}
