package io.coreyield.analysis.chart.xchart;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.chart.HeatColors;
import io.coreyield.analysis.findings.topology.KnownPairs;
import io.coreyield.analysis.model.trial.PairsRun;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairMatrixFigureTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"1,true", "1,false", "2,true", "8,true", "8,false", "32,true", "64,false"})
  void theHeatMapOfPairsOpensInEveryFormat(int cores, boolean declared) throws Exception {
    PairsRun run = KnownPairs.farSiblings(cores, declared);
    Figure figure = PairMatrixFigure.of(run).orElseThrow();
    Set<String> colors = new HashSet<>();
    run.topology().pairs().stream()
        .map(pair -> "#%06X".formatted(HeatColors.ratio(pair.median())))
        .limit(cores <= 8 ? 200 : 0)
        .forEach(colors::add);

    assertThat(Figures.write(run, directory))
        .containsExactlyElementsOf(
            Stream.of("svg", "pdf", "png").map(e -> directory.resolve("pairs." + e)).toList());
    FiguresTest.checkSvg(directory.resolve("pairs.svg"), figure, Set.of());
    FiguresTest.checkPixels(ImageIO.read(directory.resolve("pairs.png").toFile()), figure, colors);
    FiguresTest.checkPdf(directory.resolve("pairs.pdf"), figure, Set.of());
  }

  @Test
  void aSampleOfPairsShowsWhatIsMissing() throws Exception {
    PairsRun run = KnownPairs.sampled(4, 12);
    Figures.write(run, directory);
    assertThat(FiguresTest.colorsOf(ImageIO.read(directory.resolve("pairs.png").toFile())))
        .contains("#%06X".formatted(HeatColors.NOT_MEASURED));
    assertThat(Figures.write(KnownPairs.nothing(), directory.resolve("none"))).isEmpty();
  }

  @Test
  void ratioColorsDivergeFromHalfway() {
    assertThat(HeatColors.ratio(0.9)).isEqualTo(HeatColors.ratio(1)).isEqualTo(0xD55E00);
    assertThat(HeatColors.ratio(1.5)).isEqualTo(0xF7F7F7);
    assertThat(HeatColors.ratio(2.3)).isEqualTo(HeatColors.ratio(2)).isEqualTo(0x0072B2);
    assertThat(HeatColors.ratio(Double.NaN)).isEqualTo(HeatColors.NOT_MEASURED);
  }
}
