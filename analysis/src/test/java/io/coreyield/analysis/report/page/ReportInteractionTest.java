package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Resources;
import io.coreyield.analysis.chart.CardPicture;
import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.report.compare.CompareWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as it is used: by keyboard, by choice, and by those who do not see it. */
@Execution(ExecutionMode.CONCURRENT)
class ReportInteractionTest {

  private static final String KEYS =
      """
      const view = document.querySelector(".view");
      const press = (...keys) => keys.forEach(key =>
        view.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true})));
      """;

  /**
   * Opens all that is folded, for what is hidden is not judged. Of long tables it judges the first
   * rows: the others are alike, and take a third of a minute.
   */
  private static final String AXE =
      Resources.text(ReportInteractionTest.class, "/axe.min.js")
          + """
          document.querySelectorAll("details").forEach(d => d.open = true);
          document.querySelectorAll("tbody tr:nth-child(n+13)").forEach(row => row.remove());
          axe.run({resultTypes: ["violations"]}).then(found => {
            const add = text =>
              document.body.appendChild(document.createElement("pre")).append(text);
            found.violations.flatMap(v => v.nodes.map(n => v.id + " at " + n.target + ": "
              + n.failureSummary)).forEach(add);
            const dark = matchMedia("(prefers-color-scheme: dark)").matches;
            add("axe has judged " + innerWidth + " " + (dark ? "dark" : "light"));
          });
          """;

  private final Browser browser;

  ReportInteractionTest(@TempDir Path scratch) {
    browser = Browser.find(scratch);
  }

  private static Run run() {
    return SimulatedRuns.quarter(4, 3, 11, Kernel.RANGE, Kernel.RANGE_ILP);
  }

  @Test
  void theKeyboardReadsAFigureAndZoomsToItsTrialAndBack() throws Exception {
    Path page = browser.page(run());
    Document zoomed =
        browser.drive(page, KEYS + "press('PageDown', 'PageDown', 'ArrowDown', 'Enter')").dom();
    assertThat(zoomed.select(".readout").text())
        .startsWith("CPU 4, ")
        .contains("user ", "system ", "waiting ", "stolen ", "idle ")
        .contains("In trial 1, round 0: ");
    assertThat(zoomed.expectFirst(".zoom").hasAttr("hidden")).isFalse();
    assertThat(zoomed.select(".zoom span").text()).startsWith("Zoomed to trial 1, round 0: ");
    assertThat(zoomed.expectFirst("svg.loadmap").attr("style")).contains("width", "margin-left");
    Document back = browser.drive(page, KEYS + "press('PageDown', 'Enter', 'Escape', 'End')").dom();
    assertThat(back.expectFirst(".zoom").hasAttr("hidden")).isTrue();
    assertThat(back.expectFirst("svg.loadmap").attr("style")).doesNotContain("width");
    assertThat(back.expectFirst(".view").attr("tabindex")).isEqualTo("0");
  }

  @Test
  void kernelsAreShownByChoice() throws Exception {
    Path page = browser.page(run());
    Document dom = browser.drive(page, "document.querySelector('.toggles input').click()").dom();
    assertThat(dom.select(".toggles legend").eachText()).containsExactly("Kernels");
    assertThat(dom.select("figure.scaling[hidden]").eachAttr("data-kernel"))
        .containsExactly("range");
    assertThat(dom.select("figure.scaling:not([hidden])").eachAttr("data-kernel"))
        .containsExactly("range-ilp");
  }

  /** What a link would download is shown, and what would go to the clipboard. */
  private static final String SHARE =
      """
      const show = text => document.body.appendChild(document.createElement("pre")).append(text);
      HTMLAnchorElement.prototype.click = function () { show(this.download); show(this.href); };
      document.querySelector(".share button:last-of-type").click();
      """;

  @Test
  void theCardIsSavedAsAPicture() throws Exception {
    Document dom = browser.drive(browser.page(PairedRuns.full()), SHARE).dom();
    assertThat(dom.select(".share button").eachText())
        .containsExactly("Copy as Markdown", "Save as picture");
    List<String> shown = dom.select("body > pre").eachText();
    assertThat(shown).hasSize(2).first().isEqualTo("coreyield.png");
    byte[] png =
        Base64.getDecoder().decode(shown.getLast().replaceFirst("^data:image/png;base64,", ""));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(CardPicture.WIDTH_PX);
    assertThat(image.getHeight()).isEqualTo(CardPicture.HEIGHT_PX);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
  }

  @Test
  void withoutScriptsNothingIsMissing() throws Exception {
    Document plain = Jsoup.parse(Files.readString(browser.page(run())));
    assertThat(plain.select("figure.scaling[hidden], section[hidden]")).isEmpty();
    assertThat(plain.select("#answer").text()).isNotBlank();
    assertThat(plain.select("button:not(.zoom button)")).isEmpty();
    assertThat(plain.select(".share[hidden]")).hasSize(1);
    assertThat(plain.select("table.classic tbody tr")).isNotEmpty();
    assertThat(plain.select("#shares table[data-table=time-shares]")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"768,light", "1280,light", "1280,dark", "768,dark"})
  void axeFindsNoViolation(int width, String theme) throws Exception {
    assertNoViolation(browser.page(PairedRuns.full()), width, theme);
  }

  /** A window is no narrower than 500 px, so the page is in a frame. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axeFindsNoViolationOnATelephone(String theme) throws Exception {
    Path page = browser.page(PairedRuns.full());
    String judged =
        Files.readString(page)
            .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
            .replace("</body>", "<script>" + AXE + "</script></body>");
    Path outer =
        Files.writeString(
            browser.scratch().resolve("outer.html"),
            "<!doctype html><html lang=en><meta charset=utf-8><body><iframe width=360 height=900 style=\"border:0\" srcdoc=\"%s\"></iframe></body>"
                .formatted(Entities.escape(judged).replace("\"", "&quot;")));
    String script =
        """
        const told = setInterval(() => {
          const all = document.querySelector("iframe").contentDocument.querySelectorAll("body > pre");
          if (all.length) {
            clearInterval(told);
            document.body.append(...[...all].map(one => document.adoptNode(one)));
          }
        }, 100);
        """;
    assertJudged(outer, script, 360, theme);
  }

  private void assertNoViolation(Path page, int width, String theme) throws Exception {
    assertJudged(page, AXE, width, theme);
  }

  private void assertJudged(Path page, String script, int width, String theme) throws Exception {
    Document dom =
        browser
            .drive(
                page,
                script,
                "--window-size=" + Math.max(500, width) + ",900",
                "--blink-settings=preferredColorScheme=" + (theme.equals("dark") ? 0 : 1))
            .dom();
    assertThat(dom.select("body > pre").eachText())
        .containsExactly("axe has judged %d %s".formatted(width, theme));
  }

  @ParameterizedTest
  @CsvSource({"500,light", "1440,dark"})
  void axeFindsNoViolationInAComparison(int width, String theme) throws Exception {
    List<ComparedRun> runs =
        List.of(
            ComparedRun.of("paired", MeasuredFindings.of(PairedRuns.full())),
            ComparedRun.of("plain", MeasuredFindings.of(run())));
    CompareWriter.write(Comparison.of(runs, null), browser.scratch().resolve("compared"));
    assertNoViolation(CompareWriter.page(browser.scratch().resolve("compared")), width, theme);
  }

  @Test
  void theJudgeOfTheTestAboveJudges() throws Exception {
    String worse =
        "document.querySelector('h1').style.color = '#999';"
            + "document.querySelector('.brand').append(document.createElement('img'));";
    Document dom = browser.drive(browser.page(run()), worse + AXE).dom();
    assertThat(dom.select("body > pre").eachText())
        .anyMatch(text -> text.startsWith("color-contrast at #answer"))
        .anyMatch(text -> text.startsWith("image-alt at "));
  }

  @Test
  void anHourOfManyCpusStaysSmallAndSaysWhatWasDownsampled() throws Exception {
    LoadSeries.Builder load = new LoadSeries.Builder();
    List<Integer> cpus = IntStream.range(0, 256).boxed().toList();
    for (int i = 0; i < 4000; i++) {
      CpuTimes times = new CpuTimes(450L * i, 0, 90L * i, 360L * i, 0, 0, 0, 0);
      load.add(new LoadSample(i * 900_000_000L, cpus, Collections.nCopies(256, times)));
    }
    Run small = SimulatedRuns.quick(128, 2);
    Path page = browser.page(new Run(small.info(), small.trials(), load.build(), List.of()));
    assertThat(Files.size(page)).isLessThan(3_000_000);
    Browser.Visit visit = browser.open(page);
    assertThat(visit.console()).isEmpty();
    assertThat(visit.dom().select(".seed .lead").text())
        .startsWith("Downsampled: each of 35 rows is the mean of 102.8 s, of 4000 samples in all");
    assertThat(visit.dom().select("table.classic tbody tr")).hasSize(35);
    assertThat(visit.dom().select("table.classic td.u2")).hasSize(35 * 32);
    assertThat(visit.dom().select("svg.gutter text").eachText()).contains("cores 0–3");
  }

  @Test
  void theTimeOfTrialsWithBackgroundLoadIsHatched() {
    Run run = run();
    LoadView clean = LoadView.of(LoadMap.of(run, Set.of()).orElseThrow(), 320, 1);
    LoadView hatched = LoadView.of(LoadMap.of(run, Set.of(3)).orElseThrow(), 320, 1);
    assertThat(clean.background()).isFalse();
    assertThat(clean.plotSvg()).doesNotContain("url(#background)");
    assertThat(hatched.background()).isTrue();
    assertThat(Jsoup.parse(hatched.plotSvg()).select("rect[fill=url(#background)]")).hasSize(1);
    assertThat(hatched.data()).containsOnlyOnce("with background load");
  }
}
