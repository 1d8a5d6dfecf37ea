package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page runs what we wrote, and nothing that a run holds. */
class PagePolicyTest {

  private final Browser browser;

  PagePolicyTest(@TempDir Path scratch) {
    browser = Browser.find(scratch);
  }

  private static Run run() {
    return SimulatedRuns.quarter(4, 3, 11, Kernel.RANGE, Kernel.RANGE_ILP);
  }

  private Browser.Visit visit(Run run) throws IOException, InterruptedException {
    return browser.open(browser.page(run));
  }

  @Test
  void isRunByItsOwnPolicyWithoutComplaintAndAsksForNothing() throws Exception {
    Browser.Visit visit = visit(HostileRuns.of(run()));
    String policy = visit.dom().select("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy)
        .contains("default-src 'none'", "style-src 'sha256-", "script-src 'sha256-")
        .doesNotContain("unsafe", "http", "*");
    visit.quiet();
  }

  @Test
  void theDetectorsOfTheTestAboveDetect() throws Exception {
    Path page = browser.scratch().resolve("bad.html");
    Files.writeString(
        page,
        """
        <!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="style-src 'none'">
        <style>b{color:red}</style><img src="http://127.0.0.1:9/x.png">
        """);
    Browser.Visit visit = browser.open(page);
    assertThat(visit.console()).isNotEmpty();
    assertThat(visit.requests()).contains("http://127.0.0.1:9/x.png");
  }

  @Test
  void hostileStringsStayStrings() throws Exception {
    Document dom = visit(HostileRuns.of(run())).dom();
    assertThat(dom.title()).isNotEqualTo("owned").contains("<script>");
    assertThat(dom.select("script:not([type])")).hasSize(1);
    assertThat(dom.select("style")).hasSize(1);
    assertThat(dom.expectFirst("#machine dd bdi").wholeText())
        .isEqualTo(HostileRuns.NAME.replace('\u001b', ' '));
    assertThat(dom.select("#trust .warnings bdi").eachText())
        .allMatch(text -> text.contains("<script>document.title='owned'</script>"));
    for (Element element : dom.getAllElements()) {
      assertThat(element.attributes().asList())
          .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }
  }

  @Test
  void hostileStringsOfAPairedRunStayStrings() throws Exception {
    Browser.Visit visit = visit(HostileRuns.of(PairedRuns.full()));
    assertThat(visit.dom().title()).contains("<script>");
    assertThat(visit.dom().select("script:not([type])")).hasSize(1);
    assertThat(visit.console()).isEmpty();
  }
}
