package io.coreyield.analysis.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.ComparedRuns;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.report.page.Browser;
import io.coreyield.analysis.report.page.HostileRuns;
import io.coreyield.analysis.wording.compare.CompareHeadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a comparison as a browser shows it. */
class ComparePageTest {

  private final Browser browser;

  ComparePageTest(@TempDir Path scratch) {
    browser = Browser.find(scratch);
  }

  private Browser.Visit visit(Comparison comparison) throws IOException, InterruptedException {
    CompareWriter.write(comparison, browser.scratch().resolve("out"));
    return browser.open(CompareWriter.page(browser.scratch().resolve("out")));
  }

  @Test
  void showsEachMachineInAColumnAndAsksForNothing() throws Exception {
    Comparison comparison =
        Comparison.of(
            List.of(
                ComparedRun.of("paired", MeasuredFindings.of(PairedRuns.full())),
                ComparedRun.of("plain", Known.quick(2, 2))),
            "plain");
    Browser.Visit visit = visit(comparison);
    visit.quiet();
    assertThat(visit.dom().select("#answer").text()).isEqualTo(CompareHeadline.of(comparison));
    assertThat(visit.dom().select("table[data-table=machines] thead th").eachText())
        .containsExactly("paired", "plainbaseline");
    assertThat(visit.dom().select("table[data-table=machines] tbody th").eachText())
        .contains("Processor", "Topology", "Caches", "Memory", "Kernel", "Java", "Governor");
    assertThat(visit.dom().select("figure svg.compare-yields")).hasSize(6);
    assertThat(visit.dom().select("table[data-table=paired-yield] td data")).isNotEmpty();
    assertThat(visit.dom().select("p.why").text())
        .contains("one machine is simulated, the other measured");
  }

  @Test
  void textOfRunsStaysText() throws Exception {
    List<ComparedRun> runs =
        List.of(
            ComparedRun.of(
                HostileRuns.NAME, MeasuredFindings.of(HostileRuns.of(SimulatedRuns.quick(2, 2)))),
            ComparedRun.of("<img src=x onerror=alert(1)>", MeasuredFindings.of(PairedRuns.full())));
    Comparison comparison = Comparison.of(runs, null);
    Browser.Visit visit = visit(comparison);
    visit.quiet();
    assertThat(visit.dom().title()).isEqualTo("CoreYield: 2 runs compared");
    assertThat(visit.dom().select("script")).hasSize(1);
    assertThat(visit.dom().select("img")).isEmpty();
    String summary = CompareSummary.of(comparison, Path.of("o\u001b[2Jut"), null);
    assertThat(summary).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
  }

  @Test
  void manyRunsAreOneReadablePage() throws Exception {
    List<ComparedRun> runs = new ArrayList<>();
    for (int day = 0; day < 300; day++) {
      Reading reading = ComparedRuns.reading(day == 7 ? 0.9 : 0.2 + day % 5 * 0.01);
      runs.add(ComparedRuns.run("run " + day, day, Map.of(ComparedRuns.YIELD, reading)));
    }
    Comparison comparison = Comparison.of(runs, null);
    Browser.Visit visit = visit(comparison);
    assertThat(visit.console()).isEmpty();
    assertThat(visit.dom().select("table[data-table=groups] tbody tr")).hasSize(1);
    assertThat(visit.dom().select("table[data-table=outliers] tbody td:first-child").eachText())
        .containsExactly("run 7");
    assertThat(visit.dom().html().length()).isLessThan(200_000);
    String summary = CompareSummary.of(comparison, Path.of("out"), null);
    assertThat(summary.lines().count()).isLessThanOrEqualTo(CompareSummary.MAX_LINES);
    assertThat(summary).contains("300 runs of A CPU, 4 cores × 2 threads: 1 outlier");
  }
}
