package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry of a legend.
 *
 * @param cssClass of its colour
 * @param path of its mark, in a box of 14 by 14
 * @param name shown first
 * @param title what the name means; empty where it says all
 */
public record Legend(String cssClass, String path, String name, String title) {

  /** One entry per model, in their order. */
  static List<Legend> of(Stream<ConcurrencyModel> models) {
    return models.distinct().sorted().map(model -> of(LoadMap.Kind.of(model))).toList();
  }

  static Legend of(LoadMap.Kind kind) {
    String path = kind.title().isEmpty() ? "M2 2h10v10h-10z" : Svg.path(kind.look().shape(), 7, 7);
    return new Legend(kind.look().cssClass(), path, kind.name(), kind.title());
  }
}
