package io.coreyield.analysis.report;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.plot.ModelColors;

/** The colours of the concurrency models as CSS, legible on light and on dark paper. */
final class ModelStyle {

  /** The page's ground in the light, as in {@code report.css}. */
  static final Rgb PAPER = Rgb.of("#fcfcfb");

  /** The page's ground in the dark, as in {@code report.css}. */
  static final Rgb NIGHT = Rgb.of("#15181c");

  private static final Rgb BLACK = new Rgb(0, 0, 0);
  private static final Rgb WHITE = new Rgb(255, 255, 255);

  private ModelStyle() {}

  /** The class that gives an element the model's colour. */
  static String cssClass(ConcurrencyModel model) {
    return "m-" + model.id();
  }

  /** The rules of all models. */
  static String css() {
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

  static Rgb light(ConcurrencyModel model) {
    return Rgb.of(ModelColors.hex(model)).legibleOn(PAPER, BLACK);
  }

  static Rgb dark(ConcurrencyModel model) {
    return Rgb.of(ModelColors.hex(model)).legibleOn(NIGHT, WHITE);
  }

  private static void rule(StringBuilder out, ConcurrencyModel model, Rgb color) {
    out.append('.').append(cssClass(model)).append("{--series:").append(color.hex()).append("}\n");
  }
}
