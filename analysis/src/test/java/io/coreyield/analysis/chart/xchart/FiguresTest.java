package io.coreyield.analysis.chart.xchart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.chart.Look;
import io.coreyield.analysis.chart.Picture;
import io.coreyield.analysis.chart.YieldsChart;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FiguresTest {

  private static final String[] ALL = {
    "card",
    "cores",
    "scaling-range",
    "scaling-range-ilp",
    "yields",
    "load-map",
    "score-load",
    "times"
  };

  @TempDir Path directory;

  @Test
  void namesEveryFigureInEveryFormatAndWritesNothingElse() throws IOException {
    MeasuredFindings findings = KnownFindings.of(2, 2, 2, Kernel.RANGE, Kernel.RANGE_ILP);
    Path figures = directory.resolve("report/figures");

    List<Path> files = Figures.write(findings, figures);

    List<String> expected = KnownFindings.files(ALL);
    assertThat(files).containsExactlyElementsOf(expected.stream().map(figures::resolve).toList());
    try (var listed = Files.list(figures)) {
      assertThat(listed).containsExactlyInAnyOrderElementsOf(files);
    }
  }

  @Test
  void leavesOutWhatThereIsNoneOf() throws IOException {
    assertThat(names(KnownFindings.of(2, 1, 2, Kernel.RANGE)))
        .containsExactly("card", "cores", "scaling-range", "load-map", "score-load", "times");
    assertThat(names(KnownFindings.empty())).containsExactly("card");
  }

  @Test
  void separatesPlacementsAndScalings() {
    MeasuredFindings known = KnownFindings.of(2, 2, 1, Kernel.RANGE);
    ScalingCurve curve = known.curves().getFirst();
    List<ScalingCurve> curves =
        List.of(
            curve,
            Copies.with(curve, "placement", Placement.SIBLINGS),
            Copies.with(curve, "scaling", Scaling.STRONG));

    assertThat(names(Known.withCurves(known, curves)))
        .startsWith(
            "card", "cores", "scaling-range", "scaling-range-siblings", "scaling-range-strong");
  }

  @Test
  void leavesOutACurveOfWhichNothingIsKnown() {
    MeasuredFindings known = KnownFindings.of(2, 2, 1, Kernel.RANGE);
    ScalingCurve curve = known.curves().getFirst();
    Estimate unknown = Estimate.unknown("no fork gave a result");
    List<ScalingPoint> points =
        curve.points().stream()
            .map(point -> Known.point(point.configuration(), 0, unknown, unknown, unknown))
            .toList();

    assertThat(names(Known.withCurves(known, List.of(Copies.with(curve, "points", points)))))
        .containsExactly("card", "cores", "yields", "load-map", "times");
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "1,1,5", "2,1,2", "1,2,3", "8,2,4", "6,2,5", "128,2,5"})
  void everyFormatOpensInTheSizeOfTheFigureAndShowsEveryModel(int cores, int threads, int models)
      throws Exception {
    MeasuredFindings findings = KnownFindings.of(cores, threads, models, 1, Kernel.RANGE);
    Figures.write(findings, directory);
    for (Drawing figure : Figures.of(findings, FigureSize.SCREEN)) {
      if (figure.name().equals("card")) {
        continue;
      }
      String path = directory.resolve(figure.name()).toString();
      Set<String> colors =
          switch (figure.name()) {
            case "times", "cores" -> Set.of();
            case "yields" -> colors(findings.leadingYields().stream().map(SmtYield::model));
            default -> colors(findings.curves().stream().map(ScalingCurve::model));
          };
      checkSvg(Path.of(path + ".svg"), figure, colors);
      checkPixels(ImageIO.read(Path.of(path + ".png").toFile()), figure, colors);
      checkPdf(Path.of(path + ".pdf"), figure, colors);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,2", "6,1,2", "9,1,2", "6,4,2", "3,2,1"})
  void yieldsOfPairsAreWhole(int kernels, int models, int threads) throws Exception {
    Map<Kernel, Double> yields =
        Arrays.stream(Kernel.values())
            .limit(kernels)
            .collect(Collectors.toMap(k -> k, k -> PairedRuns.YIELDS.getOrDefault(k, 0.0)));
    Run run =
        PairedRuns.run(
            SimulatedRuns.machine(4, threads),
            yields,
            Arrays.asList(ConcurrencyModel.values()).subList(0, models),
            0.01,
            true);
    MeasuredFindings findings = MeasuredFindings.of(run);
    Figure figure = ChartFigure.of(YieldsChart.of(findings).orElseThrow(), FigureSize.SCREEN);
    Path png = directory.resolve("yields.png");
    Files.write(png, FigureFormat.PNG.encode(figure));
    Set<String> colors =
        threads == 1 ? Set.of() : colors(findings.leadingYields().stream().map(SmtYield::model));
    checkPixels(ImageIO.read(png.toFile()), figure, colors);
    assertThat(figure.heading().line()).startsWith("Simulated, nothing was measured: ");
  }

  @Test
  void theCardHasThePixelsThatMessengersAskFor() throws IOException {
    Figures.write(KnownFindings.of(2, 2, 1, Kernel.RANGE), directory);
    BufferedImage card = ImageIO.read(directory.resolve("card.png").toFile());
    assertThat(card.getWidth()).isEqualTo(1200);
    assertThat(card.getHeight()).isEqualTo(630);
    assertThat(colorsOf(card))
        .contains(Picture.Tone.FIRST.hex(), Picture.Tone.SECOND.hex(), Picture.Tone.INK.hex());
  }

  @Test
  void sameFindingsGiveSameBytes() throws IOException {
    List<Path> first =
        Figures.write(KnownFindings.of(4, 2, 5, Kernel.RANGE), directory.resolve("first"));
    List<Path> second =
        Figures.write(KnownFindings.of(4, 2, 5, Kernel.RANGE), directory.resolve("second"));
    assertThat(second).hasSameSizeAs(first).hasSize(3 * 7);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
    }
  }

  @Test
  void replacesFiguresOfAnEarlierReport() throws IOException {
    Path stale = Files.writeString(directory.resolve("scaling-range.svg"), "stale");
    Figures.write(KnownFindings.of(2, 1, 1, Kernel.RANGE), directory);
    assertThat(stale).content().startsWith("<?xml");
  }

  @Test
  void saysWhichDirectoryCannotBeMade() throws IOException {
    Path file = Files.writeString(directory.resolve("report"), "not a directory");
    MeasuredFindings findings = KnownFindings.of(1, 1, 1, Kernel.RANGE);
    assertThatThrownBy(() -> Figures.write(findings, file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("report");
  }

  private static List<String> names(MeasuredFindings findings) {
    return Figures.of(findings, FigureSize.SCREEN).stream().map(Drawing::name).toList();
  }

  private static Set<String> colors(Stream<ConcurrencyModel> models) {
    return models.map(model -> Look.of(model).hex()).collect(Collectors.toSet());
  }

  static void checkSvg(Path file, Drawing figure, Set<String> colors) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document document = factory.newDocumentBuilder().parse(file.toFile());
    Element root = document.getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("svg");
    assertThat(root.getAttribute("width")).isEqualTo(figure.widthPx() + "px");
    assertThat(root.getAttribute("height")).isEqualTo(figure.heightPx() + "px");
    String text = Files.readString(file);
    for (String color : colors) {
      int rgb = Integer.decode(color);
      assertThat(text).contains("rgb(%d,%d,%d)".formatted(rgb >> 16, rgb >> 8 & 255, rgb & 255));
    }
    assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
  }

  static void checkPixels(BufferedImage image, Drawing figure, Set<String> colors) {
    assertThat(image.getWidth()).isEqualTo(2 * figure.widthPx());
    assertThat(image.getHeight()).isEqualTo(2 * figure.heightPx());
    assertThat(colorsOf(image)).containsAll(colors).contains("#FFFFFF");
    int right = image.getWidth() - 1;
    int lower = image.getHeight() - 1;
    for (BufferedImage edge :
        List.of(
            image.getSubimage(0, 0, right + 1, 1), image.getSubimage(0, lower, right + 1, 1),
            image.getSubimage(0, 0, 1, lower + 1), image.getSubimage(right, 0, 1, lower + 1))) {
      assertThat(colorsOf(edge)).containsExactly("#FFFFFF");
    }
  }

  static void checkPdf(Path file, Drawing figure, Set<String> colors) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(513);
      assertThat(document.getPage(0).getMediaBox().getHeight())
          .isEqualTo(0.75f * figure.heightPx());
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 192);
      assertThat(colorsOf(page)).containsAll(colors);
    }
  }

  static Set<String> colorsOf(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    return Arrays.stream(pixels)
        .distinct()
        .mapToObj(rgb -> "#%06X".formatted(rgb & 0xFFFFFF))
        .collect(Collectors.toSet());
  }

  @Test
  void everyModelHasAColorOfItsOwn() {
    assertThat(ConcurrencyModel.values())
        .extracting(model -> Look.of(model).hex())
        .doesNotHaveDuplicates()
        .allMatch(hex -> hex.matches("#[0-9A-F]{6}"));
  }
}
