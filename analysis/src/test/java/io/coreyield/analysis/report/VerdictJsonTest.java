package io.coreyield.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.SimulatedRuns;
import io.coreyield.analysis.scaling.Correlation;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.Known;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.scaling.Verdict;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerdictJsonTest {

  private static JsonNode read(Findings findings) {
    return JsonMapper.shared().readTree(VerdictJson.text(findings));
  }

  private static Findings quick() {
    return Findings.of(SimulatedRuns.quick(SimulatedRuns.machine(4, 2)));
  }

  @Test
  void hasTheKeysOfTheFormat() {
    JsonNode root = read(quick());
    assertThat(root.propertyNames())
        .containsExactly(
            "schema",
            "machine",
            "answer",
            "state",
            "fit",
            "unfitReasons",
            "yields",
            "scaling",
            "correlations");
    assertThat(root.get("schema").asString()).isEqualTo("coreyield/verdict/1");
    assertThat(root.get("yields").get(0).propertyNames())
        .containsExactly(
            "kernel",
            "model",
            "estimator",
            "yield",
            "low",
            "high",
            "floor",
            "ceiling",
            "controlsReason",
            "forks",
            "answer",
            "reason");
    assertThat(root.get("correlations").get(0).propertyNames())
        .containsExactly("kernel", "model", "between", "spearman", "low", "high", "n", "reason");
  }

  @Test
  void namesTheMachine() {
    assertThat(read(quick()).get("machine").toString())
        .isEqualTo(
            "{\"cpu\":\"Simulated CPU 4×2\",\"packages\":1,\"cores\":4,\"logical\":8,\"threadsPerCore\":2}");
  }

  @Test
  void holdsEveryPointExactly() {
    Findings findings = quick();
    List<ScalingPoint> points =
        findings.curves().stream().flatMap(curve -> curve.points().stream()).toList();
    List<JsonNode> nodes = new ArrayList<>();
    for (JsonNode curve : read(findings).get("scaling")) {
      curve.get("points").forEach(nodes::add);
    }
    assertThat(nodes).hasSameSizeAs(points).hasSize(2 * 4);
    for (int i = 0; i < nodes.size(); i++) {
      assertThat(nodes.get(i).get("workers").asInt())
          .isEqualTo(points.get(i).configuration().workers());
      assertFigure(nodes.get(i), "elementsPerSecond", points.get(i).elementsPerSecond());
      assertFigure(nodes.get(i).get("speedUp"), "value", points.get(i).speedUp());
      assertFigure(nodes.get(i).get("efficiency"), "value", points.get(i).efficiency());
    }
  }

  @Test
  void holdsEveryYieldAndCorrelationExactly() {
    Findings findings = quick();
    JsonNode root = read(findings);
    assertThat(root.get("yields").size()).isEqualTo(findings.yields().size()).isPositive();
    for (int i = 0; i < findings.yields().size(); i++) {
      SmtYield yield = findings.yields().get(i);
      assertFigure(root.get("yields").get(i), "yield", yield.yield());
      assertThat(root.get("yields").get(i).get("answer").asString())
          .isEqualTo(yield.verdict().answer());
    }
    assertThat(root.get("correlations").size()).isEqualTo(findings.correlations().size());
    for (int i = 0; i < findings.correlations().size(); i++) {
      Correlation correlation = findings.correlations().get(i);
      assertFigure(root.get("correlations").get(i), "spearman", correlation.spearman());
    }
  }

  @Test
  void whatThereIsNoneOfIsNullWithItsReason() {
    Findings noSiblings = Findings.of(SimulatedRuns.quick(SimulatedRuns.machine(2, 1)));
    JsonNode root = read(noSiblings);
    JsonNode yield = root.get("yields").get(0);
    assertThat(yield.get("yield").isNull()).isTrue();
    assertThat(yield.get("answer").asString()).isEqualTo("unknown");
    Verdict.Unknown unknown = (Verdict.Unknown) noSiblings.yields().getFirst().verdict();
    assertThat(yield.get("reason").asString()).isEqualTo(unknown.reason()).isNotBlank();
    assertThat(yield.get("floor").isNull()).isTrue();
    assertThat(yield.get("ceiling").isNull()).isTrue();
    assertThat(yield.get("controlsReason").asString()).isEqualTo(VerdictJson.NO_CONTROLS);
    JsonNode curve = root.get("scaling").get(0);
    assertThat(curve.get("knee").get("yield").isNull()).isTrue();
    assertThat(curve.get("knee").get("reason").asString()).isEqualTo(VerdictJson.NO_KNEE);
    assertThat(curve.get("usl").get("identifiable").asBoolean()).isFalse();
    assertThat(curve.get("usl").get("reason").asString()).isEqualTo(VerdictJson.NO_USL);
  }

  @Test
  void anUnfitMachineIsNotFit() {
    Findings f = quick();
    Findings unfit = Known.unfit(f, List.of("a neighbour takes 1.2 CPUs"));
    assertThat(read(unfit).get("fit").asBoolean()).isFalse();
    assertThat(read(unfit).get("unfitReasons").get(0).asString())
        .isEqualTo("a neighbour takes 1.2 CPUs");
    assertThat(HtmlReport.text(unfit))
        .contains("This machine was not fit to measure", "a neighbour takes 1.2 CPUs");
  }

  private static void assertFigure(JsonNode node, String name, Estimate estimate) {
    assertNumber(node.get(name), estimate.value());
    assertNumber(node.get("low"), estimate.low());
    assertNumber(node.get("high"), estimate.high());
    assertThat(node.get("reason").isNull())
        .isEqualTo(
            estimate.reason() == null && !node.path("answer").asString("").equals("unknown"));
  }

  private static void assertNumber(JsonNode node, double value) {
    if (Double.isNaN(value)) {
      assertThat(node.isNull()).isTrue();
    } else {
      assertThat(node.asDouble()).isEqualTo(value);
    }
  }
}
