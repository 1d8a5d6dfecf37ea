package io.coreyield.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class YieldsChartTest {

  private static final Estimate FLOOR = Estimate.of(0.01, 0, 0.02);
  private static final Estimate CEILING = Estimate.of(0.99, 0.98, 1);

  private static SmtYield paired(Kernel kernel, Estimate yield) {
    return Known.paired(kernel, ConcurrencyModel.PLATFORM, yield, FLOOR, CEILING);
  }

  private static Document draw(SmtYield... yields) {
    Chart chart = YieldsChart.of(SimulatedRuns.quick(2, 2).info(), List.of(yields)).orElseThrow();
    return Jsoup.parse(SvgChart.draw(chart), Parser.xmlParser());
  }

  private static double first(String path) {
    return Double.parseDouble(path.replaceFirst("^[^-0-9]*(-?[0-9]+(\\.[0-9]+)?).*$", "$1"));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.attr(attribute));
  }

  @Test
  void marksAreWhereTheScaleSays() {
    Document svg = draw(paired(Kernel.RANGE, Estimate.of(0.5, 0.4, 0.7)));
    double zero = number(svg.select("line.pole").get(0), "x1");
    double one = number(svg.select("line.pole").get(1), "x1");
    Element interval = svg.expectFirst("line.whisker");
    assertThat((number(interval, "x1") - zero) / (one - zero)).isBetween(0.395, 0.405);
    assertThat((number(interval, "x2") - zero) / (one - zero)).isBetween(0.695, 0.705);
    double dot = first(svg.expectFirst("path.dot").attr("d")) + Shape.RADIUS;
    assertThat((dot - zero) / (one - zero)).isBetween(0.495, 0.505);
    assertThat(svg.select("path.bracket title").eachText())
        .containsExactly(
            "floor, two workers on one logical CPU: 1.0 % [0.0, 2.0]",
            "ceiling, two cores: 99.0 % [98.0, 100.0]");
    assertThat(svg.select("tspan").text()).isEqualTo("something");
  }

  @Test
  void aYieldWithoutIntervalIsHollowAndOneWithoutValueIsNotDrawn() {
    Document svg =
        draw(
            paired(Kernel.RANGE, Estimate.withoutInterval(0.5, "one fork")),
            paired(Kernel.RANGE_ILP, Estimate.unknown("no result")));
    assertThat(svg.select("path.dot")).hasSize(1);
    assertThat(svg.select("path.dot.bare")).hasSize(1);
    assertThat(svg.select("line.whisker")).isEmpty();
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
    assertThat(svg.select("line.whisker"))
        .allSatisfy(line -> assertThat(number(line, "x2")).isBetween(0.0, 420.0));
    assertThat(svg.select("path.dot"))
        .allSatisfy(dot -> assertThat(first(dot.attr("d"))).isBetween(0.0, 420.0));
  }

  @Test
  void modelsOfAKernelAreNamed() {
    Estimate none = Estimate.unknown("none");
    Document svg =
        draw(
            paired(Kernel.RANGE, Estimate.of(0.5, 0.4, 0.7)),
            Known.paired(
                Kernel.RANGE, ConcurrencyModel.VIRTUAL, Estimate.of(0.5, 0.4, 0.7), none, none));
    assertThat(svg.select("text.row-name").eachText())
        .containsExactly("integer-add latency", "virtual threads");
    assertThat(svg.select("path.bracket")).hasSize(2);
  }
}
