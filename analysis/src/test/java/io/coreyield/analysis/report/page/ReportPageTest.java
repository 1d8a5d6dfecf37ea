package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.report.BibtexParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page as a browser shows it. */
class ReportPageTest {

  private final Browser browser;

  ReportPageTest(@TempDir Path scratch) {
    browser = Browser.find(scratch);
  }

  private static Run run() {
    return SimulatedRuns.quarter(4, 3, 11, Kernel.RANGE, Kernel.RANGE_ILP);
  }

  private Browser.Visit visit(Run run) throws IOException, InterruptedException {
    return browser.open(browser.page(run));
  }

  private JsonNode verdict() throws IOException {
    return JsonMapper.shared().readTree(browser.scratch().resolve("run/report/verdict.json"));
  }

  @Test
  void showsTheFiguresOfTheVerdict() throws Exception {
    Document dom = visit(run()).dom();
    JsonNode verdict = verdict();
    List<Double> inVerdict = new ArrayList<>();
    for (JsonNode curve : verdict.get("scaling")) {
      for (JsonNode point : curve.get("points")) {
        Stream.of("/elementsPerSecond", "/speedUp/value", "/efficiency/value")
            .forEach(figure -> inVerdict.add(point.at(figure).asDouble()));
      }
    }
    assertThat(inVerdict).hasSize(2 * 2 * 4 * 3);
    assertThat(
            exact(
                dom,
                "table[data-table=scaling] td.n:nth-last-child(n+2):nth-last-child(-n+4) data"))
        .containsExactlyInAnyOrderElementsOf(inVerdict);
    assertThat(dom.select("#answer").text()).isEqualTo(verdict.get("answer").asString());
    assertThat(dom.select("#machine").text())
        .contains(verdict.get("machine").get("cpu").asString());
  }

  @Test
  void showsTheYieldsAndCorrelationsOfTheVerdict() throws Exception {
    Document dom = visit(run()).dom();
    assertThat(exact(dom, "table[data-table=yields] td:nth-child(7) data"))
        .isEqualTo(figures(verdict().get("yields"), "yield"))
        .isNotEmpty();
    assertThat(exact(dom, "table[data-table=correlations] td:nth-child(5) data"))
        .isEqualTo(figures(verdict().get("correlations"), "spearman"))
        .isNotEmpty();
  }

  private static List<Double> figures(JsonNode nodes, String name) {
    List<Double> figures = new ArrayList<>();
    for (JsonNode node : nodes) {
      if (!node.get(name).isNull()) {
        figures.add(node.get(name).asDouble());
      }
    }
    return figures;
  }

  private static List<Double> exact(Document dom, String selector) {
    return dom.select(selector).stream().map(e -> Double.parseDouble(e.attr("value"))).toList();
  }

  @Test
  void drawsAMarkForEveryPointAndABarForEveryTrial() throws Exception {
    Run run = run();
    Document dom = visit(run).dom();
    assertThat(dom.select(".scaling svg.panel g > path.dot")).hasSize(2 * 2 * 2 * 4);
    assertThat(dom.select("svg.loadmap rect.trial")).hasSize(run.trials().size());
    assertThat(dom.select("svg.loadmap image").attr("href")).startsWith("data:image/png;base64,");
    assertThat(dom.select("svg.panel text").eachText())
        .contains("4 physical cores", "8 logical CPUs");
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
  void saysWhatAnEmptyInterruptedRunHolds() throws Exception {
    Run run = run();
    Run empty =
        new Run(
            run.info().ended(run.info().start(), RunInfo.State.INTERRUPTED),
            List.of(),
            new LoadSeries.Builder().build(),
            List.of());
    Browser.Visit visit = visit(empty);
    assertThat(visit.dom().select("#state").text())
        .isEqualTo("This run was interrupted. The page shows its 0 finished trials.");
    assertThat(visit.dom().select("#scaling .none").text())
        .isEqualTo("No configuration has a result yet.");
    assertThat(visit.dom().text()).doesNotContain("NaN", "null", "Infinity");
    assertThat(visit.console()).isEmpty();
  }

  @Test
  void showsEveryYieldBetweenItsControlsAndWhatToDo() throws Exception {
    Document dom = visit(PairedRuns.full()).dom();
    JsonNode verdict = verdict();
    Element figure = dom.expectFirst("section figure svg");
    assertThat(figure.classNames()).contains("yields");
    assertThat(figure.select("path.dot")).hasSize(6);
    assertThat(figure.select("path.bracket")).hasSize(12);
    assertThat(figure.select("text").eachText())
        .contains("nothing", "a core", "integer ports", "0 %", "100 %");
    assertThat(figure.attr("aria-label"))
        .contains("integer ports, platform threads: 3.0\u00a0% [2.9, 3.2], almost nothing");
    assertThat(exact(dom, "table[data-table=siblings] td:nth-child(3) data"))
        .isEqualTo(figures(verdict.get("yields"), "floor"));
    assertThat(dom.select("#advice b").eachText())
        .containsExactly(
            "8 workers", "8 workers", "4 workers", "4 workers", "4 workers", "8 workers");
    assertThat(dom.select("#notes li")).hasSize(verdict.get("notes").size());
    assertThat(dom.select("table[data-table=cores] td:nth-child(2)").eachText())
        .containsExactly("CPU 0, CPU 4", "CPU 1, CPU 5", "CPU 2, CPU 6", "CPU 3, CPU 7");
  }

  @Test
  void aSimulatedRunIsMarkedOnTopAndOnEverySheet() throws Exception {
    Browser.Visit visit = visit(PairedRuns.full());
    assertThat(visit.dom().title()).startsWith("Simulated. ");
    assertThat(visit.dom().expectFirst("header > :nth-child(2)").id()).isEqualTo("simulated");
    assertThat(visit.dom().select("style").html()).contains("@top-center{content:\"simulated");
    assertThat(visit.console()).isEmpty();
    assertThat(visit(run()).dom().select("#simulated")).isEmpty();
  }

  @Test
  void withoutSiblingsOnlyControlsAreDrawnAndThePageSaysSo() throws Exception {
    Run run =
        PairedRuns.run(SimulatedRuns.machine(2, 1), Map.of(Kernel.RANGE_ILP, 0.5), 0.01, false);
    Document dom = visit(run).dom();
    assertThat(dom.select("#yields .lead").text())
        .startsWith("No SMT siblings are known on this machine, so there is no yield.");
    assertThat(dom.select("svg.yields path.bracket")).hasSize(2);
    assertThat(dom.select("svg.yields path.dot, svg.yields line.whisker")).isEmpty();
    assertThat(dom.select("svg.yields tspan").eachText()).containsExactly("no yield");
  }

  @Test
  void hostileStringsOfAPairedRunStayStrings() throws Exception {
    Browser.Visit visit = visit(HostileRuns.of(PairedRuns.full()));
    assertThat(visit.dom().title()).contains("<script>");
    assertThat(visit.dom().select("script:not([type])")).hasSize(1);
    assertThat(visit.console()).isEmpty();
  }

  @Test
  void showsHowFarToTrustIt() throws Exception {
    Document dom = visit(DisturbedRuns.run(1.08)).dom();
    assertThat(dom.expectFirst("#answer + #how-far").text())
        .startsWith(verdict().get("trust").get("sentence").asString());
    assertThat(dom.expectFirst("#answer").hasClass("no-answer")).isTrue();
    assertThat(dom.expectFirst("#trust-level").text()).startsWith("No answer");
    assertThat(dom.select("#disagreements li")).hasSize(1);
    assertThat(exact(dom, "table[data-table=yields-tainted] td:nth-child(6) data"))
        .isEqualTo(
            verdict()
                .get("yields")
                .valueStream()
                .map(y -> y.get("withoutTainted").get("value").asDouble())
                .toList());
    assertThat(dom.select("table[data-table=taints] tbody tr")).hasSize(Taint.values().length);
    assertThat(dom.select("table[data-table=clocks] tbody tr")).hasSize(6);
    assertThat(dom.select("#methods .prose p")).hasSize(6);
    assertThat(BibtexParser.parse(dom.expectFirst("#methods pre").wholeText())).containsKey("jmh");
    assertThat(dom.select("#trust a, #methods a").eachAttr("href"))
        .containsOnly("tables/ledger.csv", "tables/forks.csv", "methods.md");
  }
}
