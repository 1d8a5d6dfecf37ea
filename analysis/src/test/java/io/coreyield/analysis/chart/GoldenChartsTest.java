package io.coreyield.analysis.chart;

import io.coreyield.analysis.Goldens;
import io.coreyield.analysis.chart.pgf.PgfChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each chart as the page has it and for LaTeX, against copies: {@link Goldens}. */
class GoldenChartsTest {

  @TestFactory
  List<DynamicTest> everyChartIsAsItWas() throws IOException {
    Map<String, String> drawings = new LinkedHashMap<>();
    KnownCharts.all()
        .forEach((name, chart) -> {
          // An element in a line.
          drawings.put(name + ".svg", SvgChart.draw(chart).replace("><", ">\n<") + "\n");
          drawings.put(name + ".tex", PgfChart.source(chart));
        });
    return Goldens.tests(GoldenChartsTest.class, "charts", drawings);
  }
}
