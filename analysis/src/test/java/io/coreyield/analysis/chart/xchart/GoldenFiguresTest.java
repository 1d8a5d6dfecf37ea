package io.coreyield.analysis.chart.xchart;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.Goldens;
import io.coreyield.analysis.chart.KnownCharts;
import io.coreyield.analysis.findings.topology.KnownPairs;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairsRun;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each kind of figure for papers against a sketch of it: {@link Goldens}. Text is outlined by the
 * machine's fonts, and figures make room for it, so the sketches hold where the font is DejaVu Sans
 * 2.37, as on any Debian; with another the test is skipped.
 */
class GoldenFiguresTest {

  /** Longer paths are reduced to their place and a hash. */
  private static final int LONGEST_PATH = 160;

  /** How large the text of {@link #font} is in DejaVu Sans 2.37. */
  private static final String FONT = "7350 × 876";

  private static final Pattern LONG_FRACTION = Pattern.compile("-?\\d+\\.\\d{3,}(E-?\\d+)?");

  private static Map<String, Drawing> figures() {
    Map<String, Drawing> figures = new LinkedHashMap<>();
    KnownCharts.all()
        .forEach((name, chart) -> figures.put(name, ChartFigure.of(chart, FigureSize.SCREEN)));
    Figures.of(KnownFindings.of(2, 2, 2, Kernel.RANGE), FigureSize.SCREEN).stream()
        .filter(figure -> Set.of("card", "cores", "load-map").contains(figure.name()))
        .forEach(figure -> figures.put(figure.name(), figure));
    PairsRun pairs = KnownPairs.farSiblings(4, true);
    figures.put("pairs", PairMatrixFigure.of(pairs).orElseThrow());
    return figures;
  }

  /** An element in a line, its numbers with two decimals. */
  private static String sketch(Drawing figure) throws IOException {
    String svg = new String(FigureFormat.SVG.encode(figure), StandardCharsets.UTF_8);
    Document document = Jsoup.parse(svg, Parser.xmlParser());
    document.outputSettings().prettyPrint(false);
    for (Element image : document.select("image")) {
      image.attr("xlink:href", Goldens.pixels(image.attr("xlink:href")));
    }
    for (Element path : document.select("path")) {
      String shape = path.attr("d");
      path.attr("d", shape.length() <= LONGEST_PATH ? shape : place(shape));
    }
    return rounded(document.outerHtml().replaceAll("clip--?\\d+", "clip"))
            .replaceAll(">\\s*<", ">\n<")
            .strip()
        + "\n";
  }

  private static String rounded(String text) {
    return LONG_FRACTION
        .matcher(text)
        .replaceAll(number ->
            String.format(Locale.ROOT, "%.2f", Double.parseDouble(number.group()))
                .replaceFirst("^-(?=0\\.00$)", ""));
  }

  private static String place(String shape) {
    List<Double> numbers =
        Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?")
            .matcher(shape)
            .results()
            .map(MatchResult::group)
            .map(Double::valueOf)
            .toList();
    Rectangle2D box = new Rectangle2D.Double(numbers.get(0), numbers.get(1), 0, 0);
    for (int i = 2; i + 1 < numbers.size(); i += 2) {
      box.add(numbers.get(i), numbers.get(i + 1));
    }
    String all =
        numbers.stream().map(n -> "" + Math.round(n * 10)).collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "%d points from %.1f,%.1f to %.1f,%.1f, hash %08x",
        numbers.size() / 2,
        box.getMinX(),
        box.getMinY(),
        box.getMaxX(),
        box.getMaxY(),
        all.hashCode());
  }

  /** How large some text is in the font of the figures. */
  private static String font() {
    Rectangle2D box =
        ChartStyle.TITLE
            .deriveFont(1000f)
            .createGlyphVector(new FontRenderContext(null, true, true), "Workers, 0.5 ×")
            .getVisualBounds();
    return String.format(Locale.ROOT, "%.0f × %.0f", box.getWidth(), box.getHeight());
  }

  @TestFactory
  List<DynamicTest> everyFigureIsAsItWas() throws IOException {
    assumeTrue(
        font().equals(FONT),
        () ->
            "the font is not the one that the sketches were made with, DejaVu Sans 2.37: text is %s wide and high, not %s"
                .formatted(font(), FONT));
    Map<String, String> sketches = new LinkedHashMap<>();
    for (var figure : figures().entrySet()) {
      sketches.put(figure.getKey() + ".svg", sketch(figure.getValue()));
    }
    return Goldens.tests(GoldenFiguresTest.class, "figures", sketches);
  }
}
