package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.chart.svg.Palette;
import io.coreyield.analysis.chart.xchart.Figures;
import io.coreyield.analysis.chart.xchart.PlotReadiness;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.recording.file.NewDirectory;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.report.page.HtmlReport;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a comparison, what matters most first. */
public final class CompareWriter {

  private CompareWriter() {}

  /** The page in a directory. */
  public static Path page(Path directory) {
    return directory.resolve("compare.html");
  }

  /** The machine-readable comparison in a directory. */
  public static Path json(Path directory) {
    return directory.resolve("comparison.json");
  }

  /** The comparison to paste elsewhere, in a directory. */
  public static Path markdown(Path directory) {
    return directory.resolve("comparison.md");
  }

  /**
   * Writes {@link #writeText} and then {@link #writeFigures}.
   *
   * @throws RecordingException naming what cannot be written and what to do
   */
  public static void write(Comparison comparison, Path directory) throws IOException {
    writeText(comparison, directory);
    writeFigures(comparison, directory);
  }

  /**
   * Writes {@code comparison.json}, {@code compare.html}, {@code comparison.md} and the tables.
   * Needs no fonts.
   *
   * @param directory where to; made if it is missing
   * @throws RecordingException naming the directory and what to do, if it holds anything or cannot
   *     be written
   */
  public static void writeText(Comparison comparison, Path directory) throws IOException {
    NewDirectory.make(directory);
    try {
      ComparisonJson.write(comparison, json(directory));
      Files.writeString(page(directory), html(comparison));
      Files.writeString(markdown(directory), CompareMarkdown.of(comparison));
      Path tables = Files.createDirectories(directory.resolve("tables"));
      for (Table table : CompareTables.all(comparison)) {
        Files.writeString(tables.resolve(table.name() + ".csv"), TableFiles.csv(table));
        Files.writeString(tables.resolve(table.name() + ".md"), TableFiles.markdown(table));
      }
    } catch (IOException e) {
      throw NewDirectory.unwritable(directory, e);
    }
  }

  /**
   * Draws the figure.
   *
   * @throws RecordingException naming what to do, if it cannot be drawn here or cannot be written
   */
  public static void writeFigures(Comparison comparison, Path directory) throws IOException {
    Path figures = directory.resolve("figures");
    Optional<String> problem = PlotReadiness.problem();
    if (problem.isPresent()) {
      throw new RecordingException(
          figures, "only the figure is missing from the comparison. " + problem.get());
    }
    try {
      Figures.write(comparison, figures);
    } catch (IOException e) {
      throw NewDirectory.unwritable(directory, e);
    }
  }

  public static String html(Comparison comparison) {
    String style =
        HtmlReport.resource("report.css") + HtmlReport.resource("compare.css") + Palette.css();
    return HtmlReport.page(
        "compare.jte", ComparePage.of(comparison), style, HtmlReport.resource("report.js"));
  }
}
