package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.CardPicture;
import io.coreyield.analysis.chart.Chart;
import io.coreyield.analysis.chart.CompareYieldsChart;
import io.coreyield.analysis.chart.CorePicture;
import io.coreyield.analysis.chart.EffectiveCoresChart;
import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.ScalingChart;
import io.coreyield.analysis.chart.ScoreLoadChart;
import io.coreyield.analysis.chart.SlowdownsChart;
import io.coreyield.analysis.chart.TimesChart;
import io.coreyield.analysis.chart.YieldsChart;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.trial.PairsRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Gatherers;

/** Writes the figures of a report. */
public final class Figures {

  static {
    // There may be no display. Without effect once AWT is loaded.
    System.setProperty("java.awt.headless", "true");
  }

  private static final int MAX_THREADS = 4;

  private Figures() {}

  /**
   * Writes every figure as SVG, PDF and PNG. The same findings give the same bytes.
   *
   * <p>The names, in order, each with the three endings: {@code card}, {@code cores}, {@code
   * scaling-KERNEL} for each kernel (followed by {@code -PLACEMENT} and {@code -strong} where they
   * are not the default), {@code yields}, {@code cohabitation}, {@code slowdowns}, {@code
   * effective-cores}, {@code load-map}, {@code score-load}, {@code times}. A figure that would be
   * empty is left out.
   *
   * @param findings what to show
   * @param directory where to; made if it is missing, files in it are replaced
   * @return the files written, in the order of the names
   * @throws IOException if a file cannot be written
   */
  public static List<Path> write(Findings findings, Path directory) throws IOException {
    return write(each(findings, FigureSize.SCREEN), directory);
  }

  /**
   * Every figure in every format, by file name, in order. The same findings give the same bytes.
   *
   * @throws IOException if one cannot be drawn
   */
  public static SortedMap<String, byte[]> encoded(Findings findings, FigureSize size)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Drawing figure : of(findings, size)) {
      for (FigureFormat format : FigureFormat.values()) {
        files.put(figure.name() + format.ending(), format.encode(figure));
      }
    }
    return files;
  }

  /**
   * Writes the heat map of a measurement of pairs, {@code pairs}, with the three endings.
   *
   * @param directory where to; made if it is missing, files in it are replaced
   * @return the files written; none where no pair was measured
   * @throws IOException if a file cannot be written
   */
  public static List<Path> write(PairsRun pairs, Path directory) throws IOException {
    return write(
        List.of(() -> PairMatrixFigure.of(pairs).<Drawing>map(figure -> figure)), directory);
  }

  /**
   * Writes what siblings add on many machines, {@code compare-yields}, with the three endings.
   *
   * @param directory where to; made if it is missing, files in it are replaced
   * @return the files written; none where no run has a yield
   * @throws IOException if a file cannot be written
   */
  public static List<Path> write(Comparison comparison, Path directory) throws IOException {
    CompareYieldsChart yields = new CompareYieldsChart(comparison);
    return write(List.of(() -> draw(yields.whole(), FigureSize.SCREEN)), directory);
  }

  /** Draws a small figure in every format, in memory. */
  static void drawSample() throws IOException {
    Drawing sample = ChartFigure.of(Chart.sample(), FigureSize.SCREEN);
    for (FigureFormat format : FigureFormat.values()) {
      format.encode(sample);
    }
  }

  /** A few figures at once: they share nothing that changes. */
  private static List<Path> write(List<Supplier<Optional<Drawing>>> figures, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    try {
      return figures.stream()
          .gather(Gatherers.mapConcurrent(MAX_THREADS, some -> write(some.get(), directory)))
          .flatMap(List::stream)
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<Path> write(Optional<Drawing> some, Path directory) {
    List<Path> files = new ArrayList<>();
    for (Drawing figure : some.stream().toList()) {
      for (FigureFormat format : FigureFormat.values()) {
        try {
          Path file = directory.resolve(figure.name() + format.ending());
          files.add(Files.write(file, format.encode(figure)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  /** The figures themselves, in order. */
  static List<Drawing> of(Findings findings, FigureSize size) {
    return each(findings, size).stream().flatMap(figure -> figure.get().stream()).toList();
  }

  /** In order; the load of a large machine takes long, so it is not made before it is asked for. */
  private static List<Supplier<Optional<Drawing>>> each(Findings findings, FigureSize size) {
    List<Supplier<Optional<Drawing>>> figures = new ArrayList<>();
    if (!size.isPrint()) {
      figures.add(() -> Optional.of(PictureFigure.card(CardPicture.of(findings))));
    }
    Supplier<Optional<Drawing>> loadMap =
        () ->
            LoadMap.of(findings)
                .<Drawing>map(map -> new LoadMapFigure(map, findings.run().info(), size).figure());
    switch (findings) {
      case CapturedFindings _ -> figures.add(loadMap);
      case MeasuredFindings measured -> {
        figures.add(() ->
            CorePicture.figure(measured, size.widthPx(), size.isPrint())
                .map(picture -> PictureFigure.of(picture, size)));
        ScalingChart.all(measured).forEach(chart -> figures.add(() -> draw(chart.speedUp(), size)));
        figures.add(() -> draw(YieldsChart.of(measured), size));
        figures.add(() -> KernelMatrixFigure.of(measured, size).map(figure -> figure));
        figures.add(() -> draw(SlowdownsChart.of(measured), size));
        figures.add(() -> draw(EffectiveCoresChart.of(measured), size));
        figures.add(loadMap);
        figures.add(() -> draw(new ScoreLoadChart(measured).relative(), size));
        figures.add(() -> draw(TimesChart.of(measured), size));
      }
    }
    return figures;
  }

  private static Optional<Drawing> draw(Optional<Chart> chart, FigureSize size) {
    return chart.<Drawing>map(some -> ChartFigure.of(some, size));
  }
}
