package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.report.BibtexParser;
import io.coreyield.analysis.wording.AnswerCard;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
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
    MeasuredFindings findings = MeasuredFindings.of(run());
    AnswerCard card = AnswerCard.of(findings);
    assertThat(dom.select("#answer").text()).isEqualTo(PlainText.unbound(card.sentence()));
    assertThat(dom.select("#support").text()).isEqualTo(PlainText.unbound(card.support()));
    assertThat(dom.select("#long-answer").text())
        .isEqualTo(PlainText.unbound(AnswerWords.sentence(findings.answer())));
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
    assertThat(dom.select(".scaling svg.panel g > path.dot")).hasSize(2 * 2 * 4);
    assertThat(dom.select("svg.loadmap rect.trial")).hasSize(run.trials().size());
    assertThat(dom.select("svg.loadmap image").attr("href")).startsWith("data:image/png;base64,");
    assertThat(dom.select("svg.panel text").eachText())
        .contains("4 physical cores", "8 with their siblings");
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
    assertThat(dom.select(".picture .kind")).hasSize(6);
    assertThat(dom.expectFirst(".picture svg.cores").select("rect.core-box")).hasSize(4);
    assertThat(dom.select(".gains tbody tr")).hasSize(6);
    assertThat(exact(dom, ".gains td.adds data")).isEqualTo(paired());
    assertThat(dom.select(".gains td.adds small").get(2).text()).isEqualTo("[2.9, 3.2]");
    assertThat(dom.select(".gains td.adds span").eachText())
        .containsExactly(
            "something",
            "as good as a core",
            "almost nothing",
            "almost nothing",
            "harmful",
            "something");
    assertThat(dom.select("svg.gain").get(2).attr("aria-label"))
        .isEqualTo("fills the integer units: 3.0\u00a0% [2.9, 3.2], almost nothing");
    assertThat(dom.select("svg.gain circle.spot")).hasSize(6 * 4);
    assertThat(exact(dom, "table[data-table=siblings] td:nth-child(3) data"))
        .isEqualTo(figures(verdict.get("yields"), "floor"));
    assertThat(dom.select(".gains td.start b").eachText())
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
    assertThat(dom.select(".gains thead .adds span").text())
        .isEqualTo("Two workers, each pinned to a core, do");
    double ceiling = verdict().get("yields").get(0).get("ceiling").asDouble();
    assertThat(exact(dom, ".gains td.adds data")).containsExactly(1 + ceiling);
    assertThat(dom.select(".gains td.adds span").text()).isEqualTo("as good as a core");
    assertThat(dom.select(".picture .kind b").text()).isEqualTo(Unit.FACTOR.text(1 + ceiling));
  }

  @Test
  void otherModelsAreBehindAToggle() throws Exception {
    Run run =
        PairedRuns.run(
            SimulatedRuns.machine(4, 2),
            Map.of(Kernel.RANGE, 0.5, Kernel.RANGE_ILP, 0.1),
            List.of(ConcurrencyModel.PLATFORM, ConcurrencyModel.PROCESS),
            0.03,
            false);
    Document dom = visit(run).dom();
    assertThat(dom.select("#yields > .gains tbody tr")).hasSize(2);
    assertThat(dom.select("details#models:not([open]) .gains tbody tr")).hasSize(2);
    assertThat(dom.select("#models h3").text()).isEqualTo("With forked JVMs");
    assertThat(exact(dom, ".gains td.adds data")).containsExactlyInAnyOrderElementsOf(paired());
  }

  /** The yields of pairs in the verdict. */
  private List<Double> paired() throws IOException {
    return verdict()
        .get("yields")
        .valueStream()
        .filter(y -> y.get("estimator").asString().equals("paired"))
        .map(y -> y.get("yield").asDouble())
        .toList();
  }

  @Test
  void aSharedLinkShowsTheAnswer() throws Exception {
    Document dom = visit(PairedRuns.full()).dom();
    assertThat(dom.select("meta[property=og:title]").attr("content"))
        .isEqualTo(dom.select("#answer").text());
    assertThat(dom.select("meta[property=og:description]").attr("content"))
        .contains("Simulated CPU 4×2: 4 cores × 2 threads");
    assertThat(dom.select("meta[property=og:image]").attr("content")).isEqualTo("figures/card.png");
    assertThat(dom.select("#on").text()).isEqualTo("Simulated CPU 4×2: 4 cores × 2 threads");
  }

  @Test
  void showsHowFarToTrustIt() throws Exception {
    Document dom = visit(DisturbedRuns.run(1.08)).dom();
    assertThat(dom.expectFirst("#how-far").text())
        .startsWith(verdict().get("trust").get("sentence").asString());
    assertThat(dom.select(".gains tbody tr")).allMatch(row -> row.hasClass("pale"));
    assertThat(dom.select("svg.cores")).allMatch(svg -> svg.hasClass("pale"));
    assertThat(dom.select(".gains .start")).isEmpty();
    assertThat(dom.expectFirst("#trust-level").text()).startsWith("No answer");
    assertThat(dom.select("#disagreements li")).hasSize(1);
    assertThat(exact(dom, "table[data-table=yields-tainted] td:nth-child(6) data"))
        .isEqualTo(
            verdict()
                .get("yields")
                .valueStream()
                .map(y -> y.get("withoutTainted").get("value").asDouble())
                .toList());
    assertThat(dom.select("table[data-table=taints] tbody td:first-child").eachText())
        .containsExactly("off-cpu", "misplaced");
    assertThat(dom.select("#trust .lead:contains(Looked for and not found)").text())
        .contains("steal", "throttled")
        .doesNotContain("misplaced");
    assertThat(dom.select("table[data-table=clocks] tbody tr")).hasSize(6);
    assertThat(dom.select("#methods .prose p")).hasSize(6);
    assertThat(BibtexParser.parse(dom.expectFirst("#methods pre").wholeText())).containsKey("jmh");
    assertThat(dom.select("#trust a, #methods a").eachAttr("href"))
        .containsOnly("tables/ledger.csv", "tables/forks.csv", "methods.md");
  }
}
