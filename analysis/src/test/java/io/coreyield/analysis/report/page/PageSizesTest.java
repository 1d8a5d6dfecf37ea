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
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of small and of large machines, on small and on large screens. */
class PageSizesTest {

  /**
   * Tells of the page in the frame, with all that is folded opened, whether it must be scrolled.
   */
  private static final String MEASURE =
      """
      const frame = document.querySelector("iframe");
      const tell = () => {
        const page = frame.contentDocument;
        page.querySelectorAll("details").forEach(d => d.open = true);
        const root = page.documentElement;
        const hidden = root.scrollWidth - root.clientWidth;
        const words = frame.contentWindow.innerWidth + " px, " + hidden + " beyond";
        document.body.appendChild(document.createElement("pre")).append(words);
      };
      if (frame.contentDocument.readyState === "complete") { tell(); } else { frame.onload = tell; }
      """;

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

  /** A browser's window is no narrower than 500 px, so the page is in a frame. */
  private String width(Path page, int px) throws Exception {
    String text =
        Files.readString(page)
            .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
    Path outer =
        Files.writeString(
            browser.scratch().resolve("outer.html"),
            "<!doctype html><meta charset=utf-8><body><iframe width=%d height=900 style=\"border:0\" srcdoc=\"%s\"></iframe></body>"
                .formatted(px, Entities.escape(text).replace("\"", "&quot;")));
    return browser
        .drive(outer, MEASURE, "--window-size=1600,1000")
        .dom()
        .select("body > pre")
        .text();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "4,2", "8,2", "64,2", "128,2"})
  void machinesOfOneToManyCpus(int cores, int threadsPerCore) throws Exception {
    Run run = two(SimulatedRuns.machine(cores, threadsPerCore));
    Path page = browser.page(run);
    Document dom = browser.open(page).quiet();
    assertThat(dom.select("#answer").text()).isNotBlank();
    assertThat(dom.text()).doesNotContain("NaN", "Infinity");
    assertThat(dom.select("svg.gutter text:contains(CPU)")).isNotEmpty();
    for (int px : new int[] {360, 768, 1440}) {
      assertThat(width(page, px)).as("width of %d px", px).isEqualTo(px + " px, 0 beyond");
    }
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
    assertThat(width(page, 360)).isEqualTo("360 px, 0 beyond");
  }

  /** Names without a place to break, and those that are read from right to left. */
  @Test
  void longAndForeignNamesDoNotWidenThePage() throws Exception {
    for (String cpu : List.of("X".repeat(300), "معالج ".repeat(40))) {
      Path page = browser.page(HostileRuns.of(PairedRuns.full(), cpu));
      assertThat(browser.open(page).dom().select("main, body").text()).contains(cpu.strip());
      assertThat(width(page, 360)).isEqualTo("360 px, 0 beyond");
    }
  }

  @Test
  void noAnswerIsSaidFirst() throws Exception {
    Path page = browser.page(DisturbedRuns.run(0.877));
    Browser.Visit visit = browser.open(page);
    assertThat(visit.console()).isEmpty();
    assertThat(visit.dom().select("#answer").text()).startsWith("No answer (");
    assertThat(visit.dom().text()).doesNotContain("NaN", "Infinity");
    assertThat(width(page, 360)).isEqualTo("360 px, 0 beyond");
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
    for (int px : new int[] {360, 768, 1440}) {
      assertThat(width(page, px)).as("width of %d px", px).isEqualTo(px + " px, 0 beyond");
    }
  }
}
