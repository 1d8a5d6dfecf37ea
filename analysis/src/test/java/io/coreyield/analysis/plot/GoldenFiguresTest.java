package io.coreyield.analysis.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.YieldChart;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.scaling.KnownPairs;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * Each kind of figure for papers against a sketch of it, so that a change shows as a diff. Text is
 * outlined by the machine's fonts, and figures make room for it, so the sketches hold where the
 * font is DejaVu Sans 2.37, as on any Debian; with another the test is skipped. After a wanted
 * change, the system property {@code goldens} names the directory of the resources beside this
 * class to write them anew: look at each figure before its sketch is committed.
 */
class GoldenFiguresTest {

  /** Longer paths are told by where they are and a hash. */
  private static final int LONGEST_PATH = 160;

  private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+");

  private static List<Figure> figures() {
    var findings = KnownFindings.of(2, 2, 2, Kernel.RANGE);
    List<Figure> figures = new ArrayList<>(Figures.of(findings));
    Comparison comparison =
        Comparison.of(
            List.of(
                ComparedRun.of("here", findings),
                ComparedRun.of("there", KnownFindings.of(4, 2, 1, Kernel.RANGE))),
            null);
    new CompareYieldsFigure(YieldChart.of(comparison), "here").figure().ifPresent(figures::add);
    new PairMatrixFigure(KnownPairs.farSiblings(4, true)).figure().ifPresent(figures::add);
    return figures;
  }

  /** An element in a line, its numbers with two decimals. */
  private static String sketch(Figure figure) throws IOException {
    String svg = new String(FigureFormat.SVG.encode(figure), StandardCharsets.UTF_8);
    Document document = Jsoup.parse(svg, Parser.xmlParser());
    document.outputSettings().prettyPrint(false);
    for (Element image : document.select("image")) {
      image.attr("xlink:href", PngPixels.of(image.attr("xlink:href")));
    }
    for (Element path : document.select("path")) {
      String shape = path.attr("d");
      path.attr("d", shape.length() <= LONGEST_PATH ? shape : place(shape));
    }
    return rounded(document.outerHtml().replaceAll("clip-\\d+", "clip"))
            .replaceAll(">\\s*<", ">\n<")
            .strip()
        + "\n";
  }

  private static String rounded(String text) {
    return FRACTION
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

  private static String golden(String name) throws IOException {
    try (InputStream in = GoldenFiguresTest.class.getResourceAsStream("figures/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @TestFactory
  List<DynamicTest> everyFigureIsAsItWas() throws IOException {
    Headless.set();
    String where = System.getProperty("goldens");
    List<Figure> figures = figures();
    if (where != null) {
      Path directory = Files.createDirectories(Path.of(where, "figures"));
      Files.writeString(directory.resolve("font.txt"), font() + "\n");
      for (Figure figure : figures) {
        Files.writeString(directory.resolve(figure.name() + ".svg"), sketch(figure));
      }
    }
    return figures.stream()
        .map(figure -> DynamicTest.dynamicTest(figure.name(), () -> assertAsItWas(figure)))
        .toList();
  }

  private static void assertAsItWas(Figure figure) throws IOException {
    assumeTrue(
        golden("font.txt").strip().equals(font()),
        "the font is not the one that the sketches were made with (DejaVu Sans 2.37)");
    assertThat(sketch(figure)).isEqualTo(golden(figure.name() + ".svg"));
  }
}
