package io.coreyield.analysis.bundle;

import io.coreyield.analysis.chart.pgf.PgfChart;
import io.coreyield.analysis.chart.xchart.FigureSize;
import io.coreyield.analysis.chart.xchart.Figures;
import io.coreyield.analysis.chart.xchart.PlotReadiness;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.report.ReportFiles;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Everything that is computed from a run's raw samples. */
final class Derived {

  private Derived() {}

  /**
   * The report with its tables and figures, and the LaTeX sources. The same findings give the same
   * bytes.
   *
   * @param where path of the run, for errors
   * @throws RecordingException if figures cannot be drawn here, naming what to install
   */
  static Payload of(Findings findings, String where) throws IOException {
    Optional<String> problem = PlotReadiness.problem();
    if (problem.isPresent()) {
      throw new RecordingException(where, 0, "is not complete without figures. " + problem.get());
    }
    Payload files = new Payload();
    Map<String, String> report = ReportFiles.text(findings);
    files.addTexts("report/", report);
    for (FigureSize size : FigureSize.values()) {
      if (size != FigureSize.SCREEN) {
        Figures.encoded(findings, size)
            .forEach((name, bytes) -> files.add("report/figures/" + size.id() + "/" + name, bytes));
      }
    }
    files.addTexts("latex/", PgfChart.sources(findings));
    files.add("latex/macros.tex", Macros.text(findings));
    boolean cites = !report.getOrDefault("methods.bib", "").isBlank();
    files.add("latex/example.tex", BundleDocuments.example(files.files().keySet(), cites));
    return files;
  }
}
