package io.coreyield.analysis.report;

import io.coreyield.analysis.Goldens;
import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.scaling.Findings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each kind of drawing on the pages against a copy of it: {@link Goldens}. */
class GoldenDrawingsTest {

  private static Run scaled() {
    return SimulatedRuns.run(
        SimulatedRuns.machine(2, 2),
        List.of(Kernel.RANGE),
        List.of(ConcurrencyModel.PLATFORM, ConcurrencyModel.GLOBAL_LOCK),
        2,
        0.25,
        0.01,
        11);
  }

  private static Map<String, String> drawings() {
    Document scaling = Jsoup.parse(HtmlReport.text(Findings.of(scaled())));
    Document paired = Jsoup.parse(HtmlReport.text(Findings.of(PairedRuns.full())));
    Comparison comparison =
        Comparison.of(
            List.of(
                ComparedRun.of("paired", Findings.of(PairedRuns.full())),
                ComparedRun.of("scaled", Findings.of(scaled()))),
            null);
    Document compared = Jsoup.parse(CompareWriter.html(comparison));
    Map<String, String> drawings = new LinkedHashMap<>();
    drawings.put("yields", lines(paired, "svg.yields", 0));
    drawings.put("throughput", lines(scaling, "figure.scaling svg.panel", 0));
    drawings.put("efficiency", lines(scaling, "figure.scaling svg.panel", 1));
    drawings.put("time-shares", lines(scaling, "#shares svg.panel", 0));
    drawings.put("load-map", lines(scaling, "svg.loadmap", 0));
    drawings.put("load-map-names", lines(scaling, "svg.gutter", 0));
    drawings.put("score-load", lines(scaling, "#correlation svg.panel", 0));
    drawings.put("compared", lines(compared, "svg.compared", 0));
    return drawings;
  }

  /** An element in a line. */
  private static String lines(Document page, String selector, int which) {
    Element svg = page.select(selector).get(which).clone();
    svg.select("image").forEach(image -> image.attr("href", Goldens.pixels(image.attr("href"))));
    return svg.outerHtml().replaceAll(">\\s*<", ">\n<") + "\n";
  }

  @TestFactory
  List<DynamicTest> everyDrawingIsAsItWas() throws IOException {
    return Goldens.tests(GoldenDrawingsTest.class, "drawings", drawings());
  }
}
