package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.ScalingChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.report.tables.CurveTables;
import io.coreyield.analysis.report.tables.Table;
import java.util.List;

/**
 * What another worker adds.
 *
 * @param figures one per kernel, placement and kind of scaling
 * @param fits laws fitted to the curves
 */
public record ScalingView(List<Figure> figures, Table fits) {

  /**
   * A chart of one kernel.
   *
   * @param heading which kernel
   * @param kernel its name
   * @param placement of the workers
   * @param boundBy the resource that limits the kernel
   * @param models for the legend
   * @param svg the chart; empty where no speed-up is known
   * @param table its figures
   */
  public record Figure(
      String heading,
      String kernel,
      String placement,
      String boundBy,
      List<Legend> models,
      String svg,
      Table table) {

    static Figure of(ScalingChart chart) {
      List<ScalingCurve> curves = chart.curves();
      ScalingCurve any = curves.getFirst();
      return new Figure(
          chart.heading(),
          any.kernel().id(),
          any.placement().id(),
          any.kernel().boundBy(),
          Legend.of(curves.stream().map(ScalingCurve::model)),
          chart.speedUp().map(SvgChart::draw).orElse(""),
          CurveTables.scaling(curves).without("kernel", "placement", "scaling"));
    }
  }

  /** The models of all figures, for one legend. */
  public List<Legend> models() {
    return figures.stream().flatMap(figure -> figure.models().stream()).distinct().toList();
  }

  static ScalingView of(MeasuredFindings findings) {
    return new ScalingView(
        ScalingChart.all(findings).stream().map(Figure::of).toList(),
        CurveTables.shownFits(findings.curves()));
  }
}
