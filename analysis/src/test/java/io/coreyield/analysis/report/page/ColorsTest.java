package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.Resources;
import io.coreyield.analysis.chart.HeatColors;
import io.coreyield.analysis.chart.Look;
import io.coreyield.analysis.chart.svg.Palette;
import io.coreyield.analysis.chart.svg.Rgb;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColorsTest {

  private static final double AA_TEXT = 4.5;
  private static final Pattern THEME = Pattern.compile(":root\\{([^}]*)\\}");
  private static final Pattern VARIABLE = Pattern.compile("--([\\w-]+):(#[0-9a-f]{6})");

  private static Map<String, Rgb> theme(int index) {
    String css = Resources.text(HtmlReport.class, "report.css");
    List<MatchResult> themes = THEME.matcher(css).results().toList();
    assertThat(themes).hasSize(2);
    Map<String, Rgb> colors = new HashMap<>();
    VARIABLE
        .matcher(themes.get(index).group(1))
        .results()
        .forEach(m -> colors.put(m.group(1), Rgb.of(m.group(2))));
    return colors;
  }

  /** Examples of WCAG's own understanding documents and of the definition's ends. */
  @ParameterizedTest
  @CsvSource({"#000000,#ffffff,21", "#ffffff,#ffffff,1", "#767676,#ffffff,4.54"})
  void contrastIsWcags(String a, String b, double contrast) {
    assertThat(Rgb.of(a).contrast(Rgb.of(b))).isCloseTo(contrast, within(0.005));
    assertThat(Rgb.of(b).contrast(Rgb.of(a))).isCloseTo(contrast, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({"ink,paper", "soft,paper", "link,paper", "good,good-bg", "bad,bad-bg", "ink,note-bg"})
  void textIsLegibleInBothThemes(String text, String ground) {
    for (int theme = 0; theme < 2; theme++) {
      Map<String, Rgb> colors = theme(theme);
      Rgb on = Objects.requireNonNull(colors.get(ground));
      assertThat(Objects.requireNonNull(colors.get(text)).contrast(on))
          .as("%s on %s, theme %d", text, ground, theme)
          .isGreaterThanOrEqualTo(AA_TEXT);
    }
  }

  @Test
  void theGroundsAreThoseOfTheStyleSheet() {
    assertThat(theme(0)).containsEntry("paper", Palette.PAPER);
    assertThat(theme(1)).containsEntry("paper", Palette.NIGHT);
  }

  @ParameterizedTest
  @EnumSource
  void modelsStandOutInBothThemes(ConcurrencyModel model) {
    assertThat(Palette.light(Look.of(model)).contrast(Palette.PAPER)).isGreaterThanOrEqualTo(3);
    assertThat(Palette.dark(Look.of(model)).contrast(Palette.NIGHT)).isGreaterThanOrEqualTo(4.5);
  }

  /** In the dark the style sheet makes the picture half as bright again. */
  @Test
  void loadStandsOutFromItsGroundInTheSameColoursAsItsKey() {
    Map<String, Integer> heat =
        Map.of("busy", HeatColors.BUSY, "system", HeatColors.SYSTEM, "stolen", HeatColors.STOLEN);
    heat.forEach((name, rgb) -> {
      Rgb dark =
          new Rgb(brighter(rgb >> 16) << 16 | brighter(rgb >> 8 & 255) << 8 | brighter(rgb & 255));
      assertThat(theme(0)).containsEntry(name, new Rgb(rgb));
      assertThat(theme(1)).containsEntry(name, dark);
      assertThat(new Rgb(rgb).contrast(ground(0))).isGreaterThanOrEqualTo(3);
      assertThat(dark.contrast(ground(1))).isGreaterThanOrEqualTo(4.5);
    });
  }

  private static int brighter(int component) {
    return Math.min(255, (int) Math.floor(1.5 * component));
  }

  private static Rgb ground(int theme) {
    return Objects.requireNonNull(theme(theme).get("ground"));
  }
}
