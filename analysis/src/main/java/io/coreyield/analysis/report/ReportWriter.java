package io.coreyield.analysis.report;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.chart.xchart.Figures;
import io.coreyield.analysis.chart.xchart.PlotReadiness;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the report of a run, the most important files first: a report may be cut short. */
public final class ReportWriter {

  private ReportWriter() {}

  /** The page of a run. */
  public static Path page(RunDirectory directory) {
    return directory.report().resolve("report.html");
  }

  /**
   * Writes {@link #writeText} and then {@link #writeFigures}.
   *
   * @throws RecordingException naming the file and what to do, if one cannot be written
   */
  public static void write(RunDirectory directory, Findings findings) throws IOException {
    writeText(directory, findings);
    writeFigures(directory, findings);
  }

  /**
   * Writes {@code verdict.json}, {@code report.html}, the methods and the tables, in that order,
   * each in place of an older one. Needs no fonts.
   *
   * @throws RecordingException naming the file and what to do, if one cannot be written
   */
  public static void writeText(RunDirectory directory, Findings findings) throws IOException {
    writeText(directory, findings, null);
  }

  /**
   * The same, the page with what others published of the processor.
   *
   * @param catalogue null to show nothing of it
   * @throws RecordingException naming the file and what to do, if one cannot be written
   */
  public static void writeText(
      RunDirectory directory, Findings findings, @Nullable Catalogue catalogue) throws IOException {
    requireNoLinks(directory.report());
    try {
      deleteHalfWritten(directory.report());
      for (Map.Entry<String, String> file : ReportFiles.text(findings, catalogue).entrySet()) {
        Path path = directory.report().resolve(file.getKey());
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        WholeFile.writeDerived(path, file.getValue());
      }
    } catch (IOException e) {
      throw cannotWrite(directory, e);
    }
  }

  /**
   * Draws the figures, each in place of an older one.
   *
   * @throws RecordingException if they cannot be drawn here, naming what to install, or if one
   *     cannot be written
   */
  public static void writeFigures(RunDirectory directory, Findings findings) throws IOException {
    requireNoLinks(directory.report());
    Path figures = directory.report().resolve("figures");
    Optional<String> problem = PlotReadiness.problem();
    if (problem.isPresent()) {
      throw new RecordingException(
          figures, "only the figures are missing from the report. " + problem.get());
    }
    try {
      Figures.write(findings, figures);
    } catch (IOException e) {
      throw cannotWrite(directory, e);
    }
  }

  /** A run may come from a stranger: a link there would have other files of the user replaced. */
  private static void requireNoLinks(Path report) throws IOException {
    if (!Files.exists(report, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(report)) {
      Optional<Path> link = files.filter(Files::isSymbolicLink).findFirst();
      if (link.isPresent()) {
        throw new RecordingException(
            link.get(), "is a symbolic link, and the report would be written elsewhere: remove it");
      }
    }
  }

  /** A process that was killed while it wrote a file left it beside its place. */
  private static void deleteHalfWritten(Path report) throws IOException {
    if (!Files.exists(report)) {
      return;
    }
    try (Stream<Path> files = Files.walk(report)) {
      for (Path file : files.filter(f -> f.toString().endsWith(WholeFile.ASIDE)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static RecordingException cannotWrite(RunDirectory directory, IOException e) {
    return RecordingException.unwritable(
        directory.report(),
        e,
        "make the run's directory writable, or copy it elsewhere and report on the copy");
  }
}
