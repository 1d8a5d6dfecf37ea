package io.coreyield.fleet.cli;

import static io.coreyield.fleet.FleetRuns.fleet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.cli.Outcome;
import io.coreyield.analysis.report.page.Browser;
import io.coreyield.analysis.report.page.HostileRuns;
import io.coreyield.analysis.report.page.PageWidths;
import io.coreyield.fleet.FleetRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report}: what is known of ten machines, on the page and in the tables. */
class ReportCommandTest {

  private static final String CPU = "Known CPU";

  @TempDir static Path scratch;

  private static Path store = Path.of("");
  private static Path out = Path.of("");

  /**
   * Nine machines with yields of 20 % to 28 %, one with 60 %; m0 had 40 % before. One is hostile.
   */
  @BeforeAll
  static void ingest() throws IOException {
    store = scratch.resolve("fleet");
    Path runs = scratch.resolve("runs");
    for (int i = 0; i < 9; i++) {
      FleetRuns.write(FleetRuns.run("m" + i, CPU, 0.20 + 0.01 * i, 9), runs.resolve("m" + i));
    }
    FleetRuns.write(FleetRuns.run("odd", CPU, 0.60, 9), runs.resolve("odd"));
    FleetRuns.write(FleetRuns.run("m0", CPU, 0.40, 1), runs.resolve("m0-before"));
    FleetRuns.write(HostileRuns.of(FleetRuns.run("evil", CPU, 0.5, 1)), runs.resolve("evil"));
    assertThat(fleet("ingest", store, runs).err()).isEmpty();
    Path prices =
        Files.writeString(
            scratch.resolve("prices.csv"), "machine,price_per_hour\nodd,9\nm*,0.36\n");
    Path catalogue =
        Files.writeString(
            scratch.resolve("published.csv"),
            """
            # source: Them <b>
            # source-url: javascript:alert(1)
            # licence: CC BY-SA 4.0
            # licence-url: https://creativecommons.org/licenses/by-sa/4.0/
            vendor,server,cpu,logical,threads_per_core,workers_bogo_ops_per_second
            v,s1,Known(R) CPU @ 3.00GHz,4,2,1:10 2:20 4:25
            v,s2,known,2,2,1:10 2:12
            """);
    assertThat(fleet("ingest", store, "--catalogue", catalogue).out())
        .contains("2 published curves");
    out = scratch.resolve("out");
    Outcome outcome = fleet("report", store, "--out", out, "--prices", prices);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("Page:    " + out.resolve("fleet.html"));
  }

  private static Document page() throws IOException {
    return Jsoup.parse(Files.readString(out.resolve("fleet.html")));
  }

  private static double cell(Element row, int column) {
    return Double.parseDouble(row.child(column).select("data").attr("value"));
  }

  private static Element row(String table, String... words) throws IOException {
    List<Element> rows =
        page().select("table[data-table=%s] tbody tr".formatted(table)).stream()
            .filter(row -> List.of(words).stream().allMatch(row.text()::contains))
            .toList();
    assertThat(rows).as(table).hasSize(1);
    return rows.getFirst();
  }

  /**
   * Of ten sorted values 1 − 2·P(B(10, ½) ≤ 1) = 97.9 % lies between the second and the ninth: 0.21
   * and 0.28. R: qbinom(0.025, 10, 0.5) is 2.
   */
  @Test
  void aMachineCountsOnceAndTheIntervalIsAcrossMachines() throws IOException {
    Element row = row("paired-yield", CPU);
    assertThat(row.child(5).text()).isEqualTo("10");
    assertThat(cell(row, 2)).isEqualTo(0.245, within(0.004));
    assertThat(cell(row, 3)).isEqualTo(0.20, within(0.004));
    assertThat(cell(row, 4)).isEqualTo(0.60, within(0.004));
    assertThat(row.child(2).select("small").text()).matches("2[01]\\.\\d to 2[78]\\.\\d %");
  }

  @Test
  void theMachineThatLiesApartIsNamed() throws IOException {
    assertThat(row("outliers", "SMT yield, by pairs").child(0).text()).isEqualTo("odd");
  }

  @Test
  void theMachineThatChangedIsNamedFirst() throws IOException {
    Element row = page().select("table[data-table=drift] tbody tr").getFirst();
    assertThat(row.child(0).text()).isEqualTo("m0");
    assertThat(cell(row, 3)).isEqualTo(-0.20, within(0.01));
    assertThat(row.child(4).text()).isEqualTo("smaller");
    assertThat(row.text()).contains("2026-01-02", "2026-01-10");
  }

  /** 0.36 an hour is 1e-4 a second; 10^15 elements take 1e15 over the throughput. */
  @Test
  void costIsPriceOverThroughput() throws IOException {
    String sql =
        """
        SELECT median(value) FROM figures JOIN runs USING (run_id)
        WHERE kind = 'throughput-all-cpus' AND model = 'platform' AND machine LIKE 'm%'
          AND started > '2026-01-05'
        """;
    double perSecond =
        Double.parseDouble(
            fleet("query", store, sql).out().lines().skip(1).findFirst().orElseThrow());
    assertThat(cell(row("costs", "0.36"), 3)).isEqualTo(1e-4 * 1e15 / perSecond, within(1e-6));
  }

  @Test
  void publishedPeersHaveSourceAndLicence() throws IOException {
    Element row = row("peers", CPU);
    assertThat(row.child(2).text()).isEqualTo("2");
    assertThat(cell(row, 1)).isEqualTo((0.25 + 0.2) / 2, within(1e-9));
    assertThat(page().select("#peers .why a").eachAttr("href"))
        .containsExactly("https://creativecommons.org/licenses/by-sa/4.0/");
    assertThat(page().select("#peers").text())
        .contains("Source: Them <b>", "Licence: CC BY-SA 4.0");
  }

  @Test
  void hostileNamesStayText() throws IOException {
    assertThat(page().select("script")).hasSize(1);
    assertThat(page().select("script").html()).doesNotContain("owned");
    assertThat(page().text()).contains("<script>document.title='owned'</script>");
    assertThat(Files.readString(out.resolve("tables/processors.csv"))).doesNotContain("\u001b");
  }

  @Test
  void thePageNeedsNothingAndFitsSmallScreens() throws Exception {
    Browser browser = Browser.find(Files.createDirectories(scratch.resolve("browser")));
    Document dom = browser.open(out.resolve("fleet.html")).quiet();
    assertThat(dom.select("#answer").text())
        .isEqualTo(
            "A second thread of a core adds 25 % to 50 % to code that waits on its own integer additions.");
    assertThat(dom.text()).doesNotContain("NaN", "Infinity");
    PageWidths.assertFits(browser, out.resolve("fleet.html"), 360, 768, 1440);
  }

  @Test
  void nothingIsOverwritten() {
    Outcome outcome = fleet("report", store, "--out", out);
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(outcome.err()).contains("nothing is overwritten");
  }

  @Test
  void pricesMustBeNumbers() throws IOException {
    Path prices =
        Files.writeString(scratch.resolve("bad.csv"), "machine,price_per_hour\nm1,cheap\n");
    Outcome outcome = fleet("report", store, "--out", scratch.resolve("other"), "--prices", prices);
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(outcome.err()).contains("bad.csv:2: 'cheap' is no price");
  }
}
