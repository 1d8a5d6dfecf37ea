package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.xchart.AxesFigure.Heading;
import io.coreyield.analysis.chart.xchart.AxesFigure.Mark;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.stats.Estimate;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;

/** A figure with one of everything that figures are drawn with. */
final class SampleFigure {

  private SampleFigure() {}

  static Figure figure() {
    Axis x = Axis.workers(Set.of(1, 2), Set.of(1));
    Axis y = Axis.fromZero("sample", 1);
    Drawing drawing = new Drawing(x, y, ChartStyle.MARKER_PX);
    double[] xs = {0, 1};
    List<Estimate> estimates = List.of(Estimate.of(0.5, 0.4, 0.6), Estimate.of(0.6, 0.5, 0.7));
    for (ConcurrencyModel model : ConcurrencyModel.values()) {
      Color color = ChartStyle.color(model);
      Intervals.vertical(drawing, color, xs, estimates, 0.01);
      drawing.lines(color, ChartStyle.LINE, ChartStyle.marker(model), xs, new double[] {0.5, 0.6});
      drawing.points(
          ChartStyle.translucent(color, 100), ChartStyle.marker(model), xs, new double[] {0, 1});
    }
    drawing.rectangle(ChartStyle.GRID, 0, 0, 0.5, 0.5);
    drawing.line(ChartStyle.REFERENCE, ChartStyle.DASHED, 0, 0, 1, 1);
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    return new AxesFigure(
        FigureSize.SCREEN,
        "sample",
        new Heading("", "Sample", "of everything"),
        60,
        20,
        new Legend(List.of(Legend.Entry.line(ConcurrencyModel.PLATFORM))),
        List.of(new Mark(1, "mark")),
        drawing,
        (g, plot) -> g.drawImage(image, 1, 1, 8, 8, null));
  }
}
