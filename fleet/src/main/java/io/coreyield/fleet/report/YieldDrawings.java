package io.coreyield.fleet.report;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Chart;
import io.coreyield.analysis.chart.Heading;
import io.coreyield.analysis.chart.Layer;
import io.coreyield.analysis.chart.Look;
import io.coreyield.analysis.chart.YieldAxis;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.report.page.Document.Drawing;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.fleet.summary.CpuFigure;
import io.coreyield.fleet.summary.MachineFigure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a second thread adds: a drawing per kind of code, a row per processor, a dot per machine.
 */
final class YieldDrawings {

  private static final int MAX_CPUS = 12;

  /**
   * Of more machines, that many are drawn, evenly by rank: the least and the greatest among them.
   */
  private static final int MAX_DOTS = 60;

  private static final int MAX_LABEL = 24;

  private YieldDrawings() {}

  static List<Drawing> of(List<CpuFigure> yields) {
    Axis x =
        YieldAxis.of(
            yields.stream()
                .flatMap(f -> Stream.of(f.median(), at(f.low()), at(f.high())))
                .toList());
    return yields.stream()
        .map(CpuFigure::row)
        .distinct()
        .map(row -> drawing(row, yields.stream().filter(f -> f.row().equals(row)).toList(), x))
        .toList();
  }

  private static Estimate at(double value) {
    return Estimate.of(value, value, value);
  }

  private static Drawing drawing(Row row, List<CpuFigure> all, Axis x) {
    List<CpuFigure> shown =
        all.stream()
            .sorted(Comparator.comparingInt(f -> -f.machines().size()))
            .limit(MAX_CPUS)
            .toList();
    List<Axis.Tick> ticks = new ArrayList<>();
    List<Layer.Point> dots = new ArrayList<>();
    List<Layer.Point> medians = new ArrayList<>();
    for (CpuFigure figure : shown) {
      double at = shown.size() - 1.0 - ticks.size();
      String label = PlainText.cut(label(figure), MAX_LABEL);
      ticks.add(new Axis.Tick(at, label, label, YieldAxis.words(figure.median()), ""));
      dots.addAll(dots(figure.machines(), at));
      Estimate median = figure.median().times(100);
      medians.add(
          new Layer.Point(
              median.value(),
              at,
              median.low(),
              median.high(),
              !median.hasInterval(),
              words(figure)));
    }
    String code = FleetWords.code(row);
    Chart chart =
        new Chart(
            "fleet-yields",
            new Heading("", code, "a dot per machine, the square is their median"),
            shown.stream()
                .map(YieldDrawings::words)
                .collect(
                    Collectors.joining("; ", "What a second thread adds, " + code + ". ", ".")),
            x,
            Axis.rows(ticks),
            List.of(
                new Layer.Series("", Look.OTHER_RUN, Layer.Style.CLOUD, 0, dots),
                new Layer.Series("", Look.BASELINE_RUN, Layer.Style.POINTS, 0, medians)),
            YieldAxis.POLES);
    return new Drawing(Phrases.capitalized("code that " + code), SvgChart.draw(chart));
  }

  private static String label(CpuFigure figure) {
    String count = " ×" + figure.machines().size();
    return PlainText.cut(FleetWords.of(figure.cpu()), MAX_LABEL - count.length()) + count;
  }

  private static String words(CpuFigure figure) {
    return "%s, %s: %s"
        .formatted(
            FleetWords.of(figure.cpu()),
            Phrases.count(figure.machines().size(), "machine"),
            YieldAxis.words(figure.median()));
  }

  private static List<Layer.Point> dots(List<MachineFigure> machines, double row) {
    int count = Math.min(MAX_DOTS, machines.size());
    return IntStream.range(0, count)
        .map(i -> count == 1 ? 0 : (int) ((long) i * (machines.size() - 1) / (count - 1)))
        .mapToObj(rank ->
            new Layer.Point(
                100 * machines.get(rank).estimate().value(),
                row,
                Double.NaN,
                Double.NaN,
                false,
                ""))
        .toList();
  }
}
