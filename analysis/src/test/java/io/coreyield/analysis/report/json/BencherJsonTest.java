package io.coreyield.analysis.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BencherJsonTest {

  private static JsonNode read(Findings findings) {
    return JsonMapper.shared().readTree(BencherJson.text(findings));
  }

  private static void assertFigure(JsonNode metric, Estimate estimate) {
    assertThat(metric.get("value").doubleValue()).isEqualTo(estimate.value());
    assertThat(metric.get("lower_value").doubleValue()).isEqualTo(estimate.low());
    assertThat(metric.get("upper_value").doubleValue()).isEqualTo(estimate.high());
  }

  @Test
  void namesSayWhatRanInTheOrderOfThePlan() {
    assertThat(List.copyOf(read(Known.quick(2, 2)).propertyNames()))
        .containsExactly(
            "range platform, 1 worker",
            "range platform, 2 workers",
            "range platform, 4 workers",
            "range global-lock, 1 worker",
            "range global-lock, 2 workers",
            "range global-lock, 4 workers",
            "range platform, all logical CPUs");
  }

  @Test
  void figuresAreThoseOfTheFindings() {
    MeasuredFindings findings = MeasuredFindings.of(PairedRuns.full());
    JsonNode root = read(findings);
    ScalingPoint one = findings.curves().getFirst().points().getFirst();
    ScalingPoint eight = findings.curves().getFirst().at(8).orElseThrow();
    SmtYield chase =
        findings.yields().stream()
            .filter(y -> y.kernel() == Kernel.ARRAY_CHASE && y.estimator() == Estimator.PAIRED)
            .findFirst()
            .orElseThrow();

    assertThat(root.at("/range platform, 1 worker").propertyNames()).containsExactly("throughput");
    assertFigure(root.at("/range platform, 1 worker/throughput"), one.elementsPerSecond());
    assertFigure(root.at("/range platform, 8 workers/throughput"), eight.elementsPerSecond());
    assertFigure(root.at("/range platform, 8 workers/speed-up"), eight.speedUp());
    JsonNode pairs = root.get("array-chase platform, pinned pairs");
    assertThat(pairs.propertyNames()).containsExactly("yield", "floor", "ceiling");
    assertFigure(pairs.get("yield"), chase.yield());
    assertFigure(pairs.get("floor"), chase.controls().floor());
    assertFigure(pairs.get("ceiling"), chase.controls().ceiling());
    assertThat(pairs.at("/yield/value").doubleValue())
        .isCloseTo(PairedRuns.YIELDS.getOrDefault(Kernel.ARRAY_CHASE, 0.0), within(0.02));
  }

  @Test
  void withoutSiblingsThereIsTheCeilingAndNoYield() {
    Findings findings =
        Findings.of(
            PairedRuns.run(SimulatedRuns.machine(2, 1), Map.of(Kernel.RANGE, 0.0), 0.004, true));

    assertThat(read(findings).at("/range platform, pinned pairs").propertyNames())
        .containsExactly("floor", "ceiling");
    assertThat(read(findings).has("range platform, all logical CPUs")).isFalse();
  }

  /** The schema of the format: numbers in measures in benchmarks, a value in each, none empty. */
  @Test
  void everyMetricHasAValueAndOrderedBounds() {
    for (Findings findings :
        List.of(Known.quick(2, 2), Known.quick(2, 1), Findings.of(PairedRuns.full()))) {
      for (JsonNode benchmark : read(findings)) {
        assertThat(benchmark).isNotEmpty();
        for (JsonNode metric : benchmark) {
          assertThat(metric.values()).allMatch(JsonNode::isNumber);
          assertThat(Set.of("value", "lower_value", "upper_value"))
              .containsAll(metric.propertyNames());
          double value = metric.get("value").doubleValue();
          assertThat(metric.path("lower_value").asDouble(value)).isLessThanOrEqualTo(value);
          assertThat(metric.path("upper_value").asDouble(value)).isGreaterThanOrEqualTo(value);
        }
      }
    }
  }
}
