package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.Look;
import io.coreyield.analysis.chart.svg.LoadMapSvg;
import io.coreyield.analysis.chart.svg.SvgShape;
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
    return models.distinct().sorted().map(Legend::of).toList();
  }

  static Legend of(LoadMap.Kind kind) {
    return kind instanceof LoadMap.Kind.Worked(var model)
        ? of(model)
        : new Legend(LoadMapSvg.cssClass(kind), "M2 2h10v10h-10z", kind.label(), "");
  }

  private static Legend of(ConcurrencyModel model) {
    Look look = Look.of(model);
    return new Legend(
        look.cssClass(), SvgShape.path(look.shape(), 7, 7), model.id(), model.title());
  }
}
