package io.coreyield.analysis.report.page;

import io.coreyield.analysis.Goldens;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
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
    return SimulatedRuns.quarter(2, 2, 11, Kernel.RANGE);
  }

  private static Map<String, String> drawings() {
    Document scaling = Jsoup.parse(HtmlReport.text(MeasuredFindings.of(scaled())));
    Map<String, String> drawings = new LinkedHashMap<>();
    drawings.put("load-map.svg", lines(scaling, "svg.loadmap", 0));
    drawings.put("load-map-names.svg", lines(scaling, "svg.gutter", 0));
    String paired = HtmlReport.text(MeasuredFindings.of(PairedRuns.full()));
    drawings.put("gain.svg", lines(Jsoup.parse(paired), "svg.gain", 0));
    drawings.put("gain-harmful.svg", lines(Jsoup.parse(paired), "svg.gain", 4));
    drawings.put("gain-scale.svg", lines(Jsoup.parse(paired), "svg.gain-scale", 0));
    drawings.put("cores.svg", lines(Jsoup.parse(paired), "svg.cores", 0));
    drawings.put(
        "card.svg",
        Jsoup.parse(paired).expectFirst(".share").attr("data-card").replace("><", ">\n<") + "\n");
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
