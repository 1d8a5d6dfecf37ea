package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.Controls;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.YieldWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the second sibling adds between its controls, a row per kernel and model. */
public final class YieldsChart {

  private final RunInfo info;
  private final List<SmtYield> yields;

  private YieldsChart(RunInfo info, List<SmtYield> yields) {
    this.info = info;
    this.yields =
        yields.stream()
            .filter(y -> y.yield().hasValue() || y.isPairMeasured())
            .sorted(Comparator.comparing(SmtYield::kernel).thenComparing(SmtYield::model))
            .toList();
  }

  /** Empty where nothing was measured. */
  public static Optional<Chart> of(MeasuredFindings findings) {
    return of(findings.run().info(), findings.leadingYields());
  }

  static Optional<Chart> of(RunInfo info, List<SmtYield> yields) {
    YieldsChart chart = new YieldsChart(info, yields);
    return chart.yields.isEmpty() ? Optional.empty() : Optional.of(chart.chart());
  }

  private Chart chart() {
    List<Estimate> all =
        yields.stream()
            .flatMap(y -> Stream.of(y.yield(), y.controls().floor(), y.controls().ceiling()))
            .toList();
    return new Chart(
        "yields",
        Heading.of(title(), info),
        description(),
        YieldAxis.of(all),
        Axis.rows(yields.stream().map(this::tick).toList()),
        layers(),
        YieldAxis.POLES);
  }

  private double row(SmtYield y) {
    return yields.size() - 1.0 - yields.indexOf(y);
  }

  private Axis.Tick tick(SmtYield y) {
    boolean several = yields.stream().map(SmtYield::model).distinct().count() > 1;
    int place = yields.indexOf(y);
    boolean first = place == 0 || yields.get(place - 1).kernel() != y.kernel();
    return new Axis.Tick(
        row(y),
        first ? y.kernel().boundBy() : y.model().title(),
        y.kernel().id() + (several ? ", " + y.model().id() : ""),
        YieldAxis.words(y.yield()),
        answer(y));
  }

  private List<Layer> layers() {
    double margin = 100 * Category.MARGIN;
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Band(-margin, margin));
    layers.add(new Layer.Band(100 - margin, 100 + margin));
    for (SmtYield y : yields) {
      Estimate floor = y.controls().floor();
      Estimate ceiling = y.controls().ceiling();
      if (floor.hasValue() && ceiling.hasValue()) {
        Point from = Point.at(100 * floor.value(), row(y));
        Point to = Point.at(100 * ceiling.value(), row(y));
        layers.add(new Layer.Line("", Look.SPAN, false, List.of(from, to)));
      }
    }
    control(layers, "floor", "two workers on one logical CPU", Look.FLOOR, Controls::floor);
    control(layers, "ceiling", "two cores", Look.CEILING, Controls::ceiling);
    for (ConcurrencyModel model : ConcurrencyModel.values()) {
      List<Point> points =
          yields.stream()
              .filter(y -> y.model() == model && y.yield().hasValue())
              .map(this::point)
              .toList();
      if (!points.isEmpty()) {
        layers.add(Series.points(model.title(), Look.of(model), points));
      }
    }
    return layers;
  }

  private Point point(SmtYield y) {
    String words = "%s, %s: %s".formatted(y.kernel().id(), y.model().id(), words(y));
    return Point.inRow(row(y), y.yield().times(100), words);
  }

  private void control(
      List<Layer> layers, String name, String what, Look look, Function<Controls, Estimate> of) {
    List<Point> points = new ArrayList<>();
    for (SmtYield y : yields) {
      Estimate control = of.apply(y.controls());
      if (control.hasValue()) {
        String words = "%s, %s: %s".formatted(name, what, YieldAxis.words(control));
        double at = 100 * control.value();
        points.add(new Point(at, row(y), Double.NaN, Double.NaN, false, words));
      }
    }
    if (!points.isEmpty()) {
      layers.add(Series.points(name + ": " + what, look, points));
    }
  }

  private String title() {
    if (yields.stream().noneMatch(y -> y.yield().hasValue())) {
      return "Controls of the SMT yield; there is no sibling pair to measure it on";
    }
    return yields.getFirst().estimator() == Estimator.PAIRED
        ? "SMT yield by pairs, with 95 % intervals"
        : "SMT yield by all cores at once, with 95 % intervals";
  }

  private String description() {
    return yields.stream()
        .map(y -> "%s, %s: %s".formatted(y.kernel().boundBy(), y.model().title(), words(y)))
        .collect(Collectors.joining("; ", "What a second sibling adds. ", "."));
  }

  private static String words(SmtYield y) {
    return y.yield().hasValue()
        ? YieldAxis.words(y.yield()) + ", " + answer(y)
        : String.valueOf(y.yield().reason());
  }

  private static String answer(SmtYield y) {
    return y.yield().hasValue() ? YieldWords.of(y.category()) : "no yield";
  }
}
