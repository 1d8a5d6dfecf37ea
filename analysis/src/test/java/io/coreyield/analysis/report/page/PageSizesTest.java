package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.report.compare.CompareWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of small and of large machines, on small and on large screens. */
@Execution(ExecutionMode.CONCURRENT)
class PageSizesTest {

  private final Browser browser;

  PageSizesTest(@TempDir Path scratch) {
    browser = Browser.find(scratch);
  }

  /** A run of two kernels and two models. */
  private static Run two(Machine machine) {
    return PairedRuns.run(
        machine,
        Map.of(Kernel.RANGE, 0.25, Kernel.RANGE_ILP, 0.02),
        List.of(ConcurrencyModel.PLATFORM, ConcurrencyModel.PROCESS),
        0.01,
        false);
  }

  private void fits(Path page, Integer... widthsPx) throws Exception {
    PageWidths.assertFits(browser, page, widthsPx);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "4,2", "8,2", "64,2", "128,2"})
  void machinesOfOneToManyCpus(int cores, int threadsPerCore) throws Exception {
    Run run = two(SimulatedRuns.machine(cores, threadsPerCore));
    Path page = browser.page(run);
    Document dom = browser.open(page).quiet();
    assertThat(dom.select("#answer").text()).isNotBlank();
    assertThat(dom.text()).doesNotContain("NaN", "Infinity");
    assertThat(dom.select("svg.gutter text")).isNotEmpty();
    fits(page, 360, 768, 1440);
  }

  @Test
  void oneTrialOfAnInterruptedCampaign() throws Exception {
    Run run = SimulatedRuns.quick(4, 2);
    Run one =
        new Run(
            run.info().ended(run.info().start(), RunInfo.State.INTERRUPTED),
            run.trials().subList(0, 2),
            run.load(),
            run.swap());
    Path page = browser.page(one);
    Browser.Visit visit = browser.open(page);
    assertThat(visit.console()).isEmpty();
    assertThat(visit.dom().select("#state").text()).contains("1 finished trial");
    assertThat(visit.dom().text()).doesNotContain("NaN", "Infinity");
    fits(page, 360);
  }

  /** Names without a place to break, and those that are read from right to left. */
  @Test
  void longAndForeignNamesDoNotWidenThePage() throws Exception {
    for (String cpu : List.of("X".repeat(300), "معالج ".repeat(40))) {
      Path page = browser.page(HostileRuns.of(PairedRuns.full(), cpu));
      assertThat(browser.open(page).dom().select("main, body").text()).contains(cpu.strip());
      fits(page, 360);
    }
  }

  @Test
  void noAnswerIsSaidFirst() throws Exception {
    Path page = browser.page(DisturbedRuns.run(0.877));
    Browser.Visit visit = browser.open(page);
    assertThat(visit.console()).isEmpty();
    assertThat(visit.dom().select("#answer").text()).startsWith("No answer yet");
    assertThat(visit.dom().text()).doesNotContain("NaN", "Infinity");
    fits(page, 360);
  }

  @Test
  void aComparisonFitsSmallScreens() throws Exception {
    Run small = PairedRuns.full();
    Run large = two(SimulatedRuns.machine(64, 2));
    Comparison comparison =
        Comparison.of(
            List.of(
                ComparedRun.of("small", MeasuredFindings.of(small)),
                ComparedRun.of(
                    "large", MeasuredFindings.of(HostileRuns.of(large, "X".repeat(300)))),
                ComparedRun.of("untrusted", MeasuredFindings.of(DisturbedRuns.run(0.877)))),
            null);
    Path page =
        Files.writeString(
            browser.scratch().resolve("compared.html"), CompareWriter.html(comparison));
    assertThat(browser.open(page).console()).isEmpty();
    fits(page, 360, 768, 1440);
  }
}
