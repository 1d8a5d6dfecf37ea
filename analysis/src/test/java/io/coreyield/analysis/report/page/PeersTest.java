package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.capture.curve.PublishedCurve;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.trial.Captured.CurvePoint;
import io.coreyield.analysis.model.trial.PairedRuns;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The page with what others published of the machine's processor. */
class PeersTest {

  private static final String CPU = PairedRuns.full().info().machine().cpu();

  private static PublishedCurve server(String vendor, String cpu, double all) {
    return new PublishedCurve(
        vendor,
        "s",
        cpu,
        4,
        2,
        List.of(new CurvePoint(1, 10), new CurvePoint(2, 20), new CurvePoint(4, all)));
  }

  private static Document page(String source, String url, PublishedCurve... servers) {
    Catalogue catalogue =
        new Catalogue(
            source, url, "CC BY-SA 4.0", "https://example.org/licence", "", List.of(servers));
    return Jsoup.parse(HtmlReport.text(MeasuredFindings.of(PairedRuns.full()), catalogue));
  }

  /** 24/20, 22/20 and 30/20 less 1. */
  @Test
  void peersAreThoseOfTheProcessor() {
    Document page =
        page(
            "Them",
            "https://example.org/them",
            server("a", CPU, 24),
            server("b", CPU + " @ 2 GHz", 22),
            server("c", CPU, 30),
            server("d", "Another", 40));
    assertThat(page.select("#peers .lead").text())
        .startsWith("3 servers in the catalogue have this processor.")
        .contains("adds 10 % to 50 %, median 20 %");
    assertThat(page.select("#peers tbody tr")).hasSize(3);
    assertThat(page.select("#peers a").eachAttr("href"))
        .containsExactly("https://example.org/them", "https://example.org/licence");
    assertThat(page.select("#peers").text()).contains("Source: Them", "Licence: CC BY-SA 4.0");
  }

  @Test
  void hostileTextsStayText() {
    for (String url :
        List.of("javascript:alert(1)", "http://example.org", "data:text/html,x", "")) {
      Document page = page(HostileRuns.NAME, url, server(HostileRuns.NAME, CPU, 24));
      assertThat(page.select("#peers a").eachAttr("href"))
          .as(url)
          .containsExactly("https://example.org/licence");
      assertThat(page.select("#peers script, #peers style")).isEmpty();
      assertThat(page.select("#peers").text()).contains("<script>document.title='owned'");
    }
    Document quoted = page("x", "https://e.org/\"onclick=\"alert(1)", server("v", CPU, 24));
    assertThat(quoted.select("#peers a[onclick]")).isEmpty();
  }

  @Test
  void noPeerIsSaidAndWithoutACatalogueThereIsNothing() {
    assertThat(page("Them", "", server("a", "Another", 24)).select("#peers .lead").text())
        .isEqualTo("The catalogue has no server with this processor.");
    assertThat(
            Jsoup.parse(HtmlReport.text(MeasuredFindings.of(PairedRuns.full()))).select("#peers"))
        .isEmpty();
  }
}
