package io.coreyield.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.scaling.Known;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class YieldPanelTest {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Estimate FLOOR = Estimate.of(0.01, 0, 0.02);
  private static final Estimate CEILING = Estimate.of(0.99, 0.98, 1);

  private static SmtYield paired(Kernel kernel, Estimate yield) {
    return Known.paired(kernel, ConcurrencyModel.PLATFORM, yield, FLOOR, CEILING);
  }

  private static Document draw(SmtYield... yields) {
    return Jsoup.parse(YieldPanel.draw(List.of(yields)), Parser.xmlParser());
  }

  private static double first(String path) {
    return NUMBER
        .matcher(path)
        .results()
        .map(MatchResult::group)
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void marksStandWhereTheScaleSays() {
    Document svg = draw(paired(Kernel.RANGE, Estimate.of(0.5, 0.4, 0.7)));
    double zero = Double.parseDouble(svg.select("line.pole").get(0).attr("x1"));
    double one = Double.parseDouble(svg.select("line.pole").get(1).attr("x1"));
    Element interval = svg.expectFirst("rect.interval");
    double left = Double.parseDouble(interval.attr("x"));
    double width = Double.parseDouble(interval.attr("width"));
    assertThat((left - zero) / (one - zero)).isBetween(0.395, 0.405);
    assertThat((left + width - zero) / (one - zero)).isBetween(0.695, 0.705);
    assertThat((first(svg.expectFirst("path.dot").attr("d")) - zero) / (one - zero))
        .isBetween(0.495, 0.505);
    assertThat(svg.select("path.bracket title").eachText())
        .containsExactly(
            "floor, two workers on one logical CPU: 1.0 % [0.0, 2.0]",
            "ceiling, two cores: 99.0 % [98.0, 100.0]");
    assertThat(svg.select("tspan").text()).isEqualTo("partial");
  }

  @Test
  void aYieldWithoutIntervalIsHollowAndOneWithoutValueIsNotDrawn() {
    Document svg =
        draw(
            paired(Kernel.RANGE, Estimate.withoutInterval(0.5, "one fork")),
            paired(Kernel.RANGE_ILP, Estimate.unknown("no result")));
    assertThat(svg.select("path.dot")).hasSize(1);
    assertThat(svg.select("path.dot.bare")).hasSize(1);
    assertThat(svg.select("rect.interval")).isEmpty();
    assertThat(svg.select("tspan").eachText()).containsExactly("unknown", "no yield");
    assertThat(svg.expectFirst("svg").attr("aria-label"))
        .contains("integer ports, platform threads: no result");
  }

  @Test
  void whatIsBeyondTheScaleStaysInside() {
    Document svg =
        draw(
            paired(Kernel.RANGE, Estimate.of(-0.4, -0.9, 0.1)),
            paired(Kernel.RANGE_ILP, Estimate.of(9, 0.5, 60)));
    svg.select("rect.interval")
        .forEach(bar -> {
          double left = Double.parseDouble(bar.attr("x"));
          assertThat(left).isBetween(0.0, 400.0);
          assertThat(left + Double.parseDouble(bar.attr("width"))).isBetween(0.0, 400.0);
        });
    assertThat(svg.select("path.dot"))
        .allSatisfy(dot -> assertThat(first(dot.attr("d"))).isBetween(0.0, 400.0));
  }

  @Test
  void worseThanNoneIsCalledThat() {
    assertThat(
            draw(paired(Kernel.ARRAY_STREAM, Estimate.of(-0.2, -0.22, -0.18)))
                .select("tspan")
                .text())
        .isEqualTo("worse than none");
  }

  @Test
  void furtherModelsOfAKernelAreNamed() {
    Document svg =
        draw(
            paired(Kernel.RANGE, Estimate.of(0.5, 0.4, 0.7)),
            Known.paired(
                Kernel.RANGE,
                ConcurrencyModel.VIRTUAL,
                Estimate.of(0.5, 0.4, 0.7),
                Estimate.unknown("none"),
                Estimate.unknown("none")));
    assertThat(svg.select("text").eachText()).contains("integer-add latency", "virtual threads");
    assertThat(svg.select("path.bracket")).hasSize(2);
  }
}
