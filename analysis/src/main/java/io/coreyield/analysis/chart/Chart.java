package io.coreyield.analysis.chart;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A chart, as every back end draws it.
 *
 * @param name of its files, without an ending
 * @param heading for files
 * @param description the text alternative
 * @param x from left to right
 * @param y from bottom to top
 * @param layers in the order in which they are drawn
 * @param marks named places on the x axis
 */
public record Chart(
    String name,
    Heading heading,
    String description,
    Axis x,
    Axis y,
    List<Layer> layers,
    List<Mark> marks) {

  /** Whether the y axis has rows; then intervals lie along x. */
  public boolean hasRows() {
    return y.scale() == Axis.Scale.ROWS;
  }

  /** Layers of one kind, in order. */
  public <T extends Layer> Stream<T> layers(Class<T> kind) {
    return layers.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The layers that the legend names, series first. */
  public List<Layer> legend() {
    return Stream.concat(
            layers(Layer.Series.class),
            layers.stream().filter(layer -> !(layer instanceof Layer.Series)))
        .filter(layer -> !layer.name().isEmpty())
        .toList();
  }

  /** The largest finite number that some values have; {@code least} where none is larger. */
  static <T> double largest(Stream<T> values, ToDoubleFunction<T> number, double least) {
    return Math.max(least, values.mapToDouble(number).filter(Double::isFinite).max().orElse(least));
  }

  /** One with a series, a line and bars, to try what draws it. */
  public static Chart sample() {
    List<Layer.Point> points =
        List.of(
            Layer.Point.upright(1, Estimate.of(0.5, 0.4, 0.6), "first"),
            Layer.Point.upright(2, Estimate.of(0.6, 0.5, 0.7), "second"));
    return new Chart(
        "sample",
        new Heading("", "Sample", "of everything"),
        "A sample.",
        Axis.workers(List.of(1, 2), List.of(1)),
        Axis.fromZero("sample", 1, Axis::plain),
        List.of(
            new Layer.Bars("bars", Look.WORK, List.of(new Layer.Box(1, 0, 2, 0.3))),
            new Layer.Line("ideal", Look.IDEAL, true, points),
            new Layer.Series("series", Look.OTHER_RUN, Layer.Style.LINE, 0, points)),
        List.of(new Mark(2, "mark")));
  }
}
