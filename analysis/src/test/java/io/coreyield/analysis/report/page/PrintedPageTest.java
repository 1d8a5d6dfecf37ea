package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.PairedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on paper. */
class PrintedPageTest {

  private final Browser browser;

  PrintedPageTest(@TempDir Path scratch) {
    browser = Browser.find(scratch);
  }

  private PDDocument printed(Path page) throws IOException, InterruptedException {
    Path pdf = browser.scratch().resolve("page.pdf");
    browser.open(page, "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
    return Loader.loadPDF(pdf.toFile());
  }

  @Test
  void oneSheetHasTheAnswerAndItsEvidence() throws Exception {
    Path page = browser.page(PairedRuns.full());
    try (PDDocument sheet = printed(page)) {
      assertThat(sheet.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(sheet))
          .contains("What a second worker is worth", "What another worker is worth")
          .doesNotContain("How far to trust it", "Files");
    }
  }

  @Test
  void allIsPrintedOnRequest() throws Exception {
    Path page = browser.page(PairedRuns.full());
    String asked = Files.readString(page).replace("id=\"whole\"", "id=\"whole\" checked");
    try (PDDocument sheets = printed(Files.writeString(page, asked))) {
      assertThat(sheets.getNumberOfPages()).isGreaterThan(3);
      assertThat(new PDFTextStripper().getText(sheets))
          .contains("How far to trust it", "trials.jsonl", "BibTeX of what it cites", "@");
    }
  }
}
