package io.coreyield.analysis.report;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.report.json.VerdictJson;
import io.coreyield.analysis.report.methods.MethodsText;
import io.coreyield.analysis.report.page.HtmlReport;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.TableFiles;
import io.coreyield.analysis.report.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The files of a report that are text. */
public final class ReportFiles {

  private ReportFiles() {}

  /** Every text file by its path in the report, the most important first. */
  public static SequencedMap<String, String> text(Findings findings) {
    return text(findings, null);
  }

  /**
   * The same, the page with what others published of the processor.
   *
   * @param catalogue null to show nothing of it
   */
  public static SequencedMap<String, String> text(
      Findings findings, @Nullable Catalogue catalogue) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("verdict.json", VerdictJson.text(findings));
    files.put("report.html", HtmlReport.text(findings, catalogue));
    MethodsText methods = MethodsText.of(findings);
    files.put("methods.md", methods.markdown());
    files.put("methods.tex", methods.latex());
    files.put("methods.bib", methods.bibliography());
    for (Table table : Tables.all(findings)) {
      files.put("tables/" + table.name() + ".csv", csv(table));
      files.put("tables/" + table.name() + ".md", TableFiles.markdown(table));
      files.put("tables/" + table.name() + ".tex", TableFiles.latex(table));
    }
    for (Table table : Tables.data(findings)) {
      files.put("tables/" + table.name() + ".csv", csv(table));
    }
    return files;
  }

  private static String csv(Table table) {
    try {
      return TableFiles.csv(table);
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail", e);
    }
  }
}
