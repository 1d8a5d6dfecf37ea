package io.coreyield.analysis.chart.pgf;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Chart;
import io.coreyield.analysis.chart.EffectiveCoresChart;
import io.coreyield.analysis.chart.Layer;
import io.coreyield.analysis.chart.Layer.Box;
import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.chart.Look;
import io.coreyield.analysis.chart.ScalingChart;
import io.coreyield.analysis.chart.SlowdownsChart;
import io.coreyield.analysis.chart.YieldsChart;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A chart as a source for pgfplots, whose text and lines a paper can edit. */
public final class PgfChart {

  private static final int PLOT_MM = 62;
  private static final int ROW_MM = 6;
  private static final double SHIFT_MM = 0.8;

  private final Chart chart;
  private final StringBuilder out = new StringBuilder();

  private PgfChart(Chart chart) {
    this.chart = chart;
  }

  /**
   * Of a run's main charts, by file name: {@code scaling-KERNEL.tex}, {@code yields.tex}, and of
   * unlike code {@code slowdowns.tex} and {@code effective-cores.tex}.
   */
  public static SortedMap<String, String> sources(Findings findings) {
    SortedMap<String, String> files = new TreeMap<>();
    if (findings instanceof MeasuredFindings measured) {
      Stream.concat(
              ScalingChart.all(measured).stream().map(ScalingChart::speedUp),
              Stream.of(
                  YieldsChart.of(measured),
                  SlowdownsChart.of(measured),
                  EffectiveCoresChart.of(measured)))
          .flatMap(Optional::stream)
          .forEach(chart -> files.put(chart.name() + ".tex", source(chart)));
    }
    return files;
  }

  /**
   * One {@code tikzpicture}. It names the origin of the chart, but neither its title nor its
   * machine: papers have captions.
   */
  public static String source(Chart chart) {
    return new PgfChart(chart).source();
  }

  private String source() {
    out.append("% Needs \\usepackage{pgfplots} and \\pgfplotsset{compat=1.18}.");
    out.append(chart.heading().origin().isEmpty() ? "" : " " + chart.heading().origin() + ".");
    out.append("\n\\begin{tikzpicture}[font=\\fontsize{7}{8.4}\\selectfont]\n");
    chart.layers().stream().map(Layer::look).distinct().forEach(this::define);
    axis();
    chart.layers(Layer.Band.class).forEach(this::band);
    chart
        .marks()
        .forEach(
            mark -> upright("gray, thin", mark.at(), " node[above] {" + tex(mark.label()) + "}"));
    chart.layers(Layer.Bars.class).forEach(this::bars);
    chart.layers(Layer.Line.class).forEach(this::line);
    chart.layers(Series.class).forEach(this::series);
    return out.append("\\end{axis}\n\\end{tikzpicture}\n").toString();
  }

  private void define(Look look) {
    add("\\definecolor{%s}{HTML}{%s}\n", color(look), look.hex().substring(1));
  }

  private static String color(Look look) {
    return "cy-" + look.cssClass();
  }

  private void axis() {
    int height = chart.hasRows() ? 22 + ROW_MM * Math.max(3, chart.y().ticks().size()) : PLOT_MM;
    add("\\begin{axis}[width=88mm, height=%dmm, scale only axis=false,\n", height);
    out.append("  scaled ticks=false, clip mode=individual,\n");
    direction("x", chart.x(), Axis.Tick::label);
    direction("y", chart.y(), Axis.Tick::brief);
    out.append("  legend style={at={(0.5,1.12)}, anchor=south, draw=none}, legend columns=2,\n")
        .append("  legend cell align=left]\n");
  }

  private void direction(String name, Axis axis, Function<Axis.Tick, String> label) {
    List<Axis.Tick> ticks =
        axis.ticks().stream().sorted(Comparator.comparingDouble(Axis.Tick::at)).toList();
    Function<Function<Axis.Tick, String>, String> list =
        shown -> ticks.stream().map(shown).collect(Collectors.joining(","));
    add(
        "  %1$smin=%2$s, %1$smax=%3$s, %1$stick={%4$s},\n  %1$sticklabels={%5$s}, %1$slabel={%6$s},",
        name,
        axis.min(),
        axis.max(),
        list.apply(tick -> number(tick.at())),
        list.apply(tick -> "{" + tex(label.apply(tick)) + "}"),
        tex(axis.title()));
    out.append(axis.grid() ? " " + name + "majorgrids,\n" : "\n");
  }

  private void band(Layer.Band band) {
    add(
        "\\fill[%s] ({axis cs:%s,0}|-{rel axis cs:0,0}) rectangle ({axis cs:%s,0}|-{rel axis cs:0,1});\n",
        color(band.look()), band.from(), band.to());
    area(band);
  }

  private void upright(String style, double at, String label) {
    double y = chart.y().max();
    add(
        "\\draw[%s] ({axis cs:%s,%s}|-{rel axis cs:0,0}) -- ({axis cs:%s,%s}|-{rel axis cs:0,1})%s;\n",
        style, at, y, at, y, label);
  }

  private void bars(Layer.Bars bars) {
    for (Box box : bars.boxes()) {
      add(
          "\\fill[%s] (axis cs:%s,%s) rectangle (axis cs:%s,%s);\n",
          color(bars.look()), box.left(), box.bottom(), box.right(), box.top());
    }
    area(bars);
  }

  private void area(Layer layer) {
    if (!layer.name().isEmpty()) {
      add("\\addlegendimage{area legend, fill=%s}\n", color(layer.look()));
      legend(layer);
    }
  }

  private void line(Layer.Line line) {
    String style = line.dashed() ? ", dashed" : "";
    String hidden = line.name().isEmpty() ? ", forget plot" : "";
    add(
        "\\addplot[%s, no marks%s%s] coordinates {%s};\n",
        color(line.look()),
        style,
        hidden,
        line.points().stream()
            .map(p -> "(%s,%s)".formatted(number(p.x()), number(p.y())))
            .collect(Collectors.joining(" ")));
    legend(line);
  }

  private void series(Series series) {
    if (series.points().isEmpty()) {
      return;
    }
    String direction = chart.hasRows() ? "x" : "y";
    add(
        "\\addplot[%s, %s, mark size=%s%s%s%s, error bars/.cd, %s dir=both, %s explicit]\n",
        color(series.look()),
        mark(series.look()),
        series.style() == Style.CLOUD ? "0.9pt, opacity=0.5" : "1.4pt",
        series.style() == Style.LINE ? "" : ", only marks",
        series.shift() == 0 ? "" : ", xshift=" + number(series.shift() * SHIFT_MM) + "mm",
        series.name().isEmpty() ? ", forget plot" : "",
        direction,
        direction);
    add(
        "table[x=x, y=y, %s error plus=above, %s error minus=below] {\nx y above below\n",
        direction, direction);
    for (Point point : series.points()) {
      double value = chart.hasRows() ? point.x() : point.y();
      boolean interval = point.hasInterval();
      add(
          "%s %s %s %s\n",
          point.x(),
          point.y(),
          interval ? Math.max(0, point.high() - value) : 0,
          interval ? Math.max(0, value - point.low()) : 0);
    }
    out.append("};\n");
    legend(series);
  }

  private void add(String format, Object... values) {
    Object[] shown =
        Stream.of(values).map(value -> value instanceof Double d ? number(d) : value).toArray();
    out.append(format.formatted(shown));
  }

  private void legend(Layer layer) {
    if (!layer.name().isEmpty()) {
      out.append("\\addlegendentry{").append(tex(layer.name())).append("}\n");
    }
  }

  private static String mark(Look look) {
    return switch (look.shape()) {
      case CIRCLE -> "mark=*";
      case SQUARE -> "mark=square*";
      case TRIANGLE_UP -> "mark=triangle*";
      case TRIANGLE_DOWN -> "mark=triangle*, mark options={rotate=180}";
      case DIAMOND -> "mark=diamond*";
      case OPENING -> "mark=text, text mark={[}";
      case CLOSING -> "mark=text, text mark={]}";
    };
  }

  private static String tex(String text) {
    StringBuilder words = new StringBuilder();
    text.chars()
        .forEach(c ->
            words.append(
                switch (c) {
                  case '%', '&', '#', '_', '$', '{', '}' -> "\\" + (char) c;
                  case '\\' -> "\\textbackslash{}";
                  case '~' -> "\\textasciitilde{}";
                  case '^' -> "\\textasciicircum{}";
                  case '×' -> "$\\times$";
                  case '−' -> "$-$";
                  case '\u00a0' -> "~";
                  default -> Character.toString(c);
                }));
    return words.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
