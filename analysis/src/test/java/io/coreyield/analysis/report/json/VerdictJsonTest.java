package io.coreyield.analysis.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.correlation.Correlation;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.report.page.HtmlReport;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.fit.ScalabilityLaw;
import io.coreyield.analysis.wording.Caveats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerdictJsonTest {

  static JsonNode read(MeasuredFindings findings) {
    return JsonMapper.shared().readTree(VerdictJson.text(findings));
  }

  @Test
  void namesTheMachine() {
    assertThat(read(Known.quick(4, 2)).get("machine").toString())
        .isEqualTo(
            "{\"cpu\":\"Simulated CPU 4×2\",\"packages\":1,\"cores\":4,\"logical\":8,\"threadsPerCore\":2,\"declared\":null,\"logicalCpusAre\":\"not-measured\"}");
  }

  @Test
  void holdsEveryPointExactly() {
    MeasuredFindings findings = Known.quick(4, 2);
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
    MeasuredFindings findings = Known.quick(4, 2);
    JsonNode root = read(findings);
    assertThat(root.get("yields").size()).isEqualTo(findings.yields().size()).isPositive();
    for (int i = 0; i < findings.yields().size(); i++) {
      SmtYield yield = findings.yields().get(i);
      assertFigure(root.get("yields").get(i), "yield", yield.yield());
      assertThat(root.get("yields").get(i).get("category").asString())
          .isEqualTo(yield.category().id());
    }
    assertThat(root.get("correlations").size()).isEqualTo(findings.correlations().size());
    for (int i = 0; i < findings.correlations().size(); i++) {
      Correlation correlation = findings.correlations().get(i);
      assertFigure(root.get("correlations").get(i), "spearman", correlation.spearman());
    }
  }

  @Test
  void whatThereIsNoneOfIsNullWithItsReason() {
    MeasuredFindings noSiblings = Known.quick(2, 1);
    JsonNode root = read(noSiblings);
    JsonNode yield = root.get("yields").get(0);
    assertThat(yield.get("yield").isNull()).isTrue();
    assertThat(yield.get("category").asString()).isEqualTo("unknown");
    assertThat(yield.get("trust").get("level").asString()).isEqualTo("no-answer");
    assertThat(yield.get("trust").get("reason").asString())
        .isEqualTo(yield.get("reason").asString())
        .isEqualTo("no sibling pair");
    assertThat(yield.get("floor").isNull()).isTrue();
    assertThat(yield.get("ceiling").isNull()).isTrue();
    assertThat(yield.get("controlsReason").asString())
        .startsWith("the chip-wide yield has no controls");
    JsonNode curve = root.get("scaling").get(0);
    assertThat(curve.get("knee").get("yield").isNull()).isTrue();
    assertThat(curve.get("knee").get("reason").asString()).isEqualTo("no sibling pair");
    assertThat(curve.get("usl").get("identifiable").asBoolean()).isFalse();
    assertThat(curve.get("usl").get("reason").asString())
        .isEqualTo("not identifiable: 2 worker counts, 4 are needed");
  }

  @Test
  void aBusyMachineGivesNoAnswer() {
    String reason = "other programs kept 1.20 of 8 logical CPUs busy while we measured";
    MeasuredFindings busy = Known.trusted(Known.quick(4, 2), Known.busy());
    assertThat(read(busy).get("trust").get("level").asString()).isEqualTo("no-answer");
    assertThat(read(busy).get("trust").get("reason").asString()).isEqualTo(reason);
    assertThat(read(busy).get("doubts").get(0).get("reason").asString()).isEqualTo(reason);
    assertThat(HtmlReport.text(busy)).contains("No answer", reason);
  }

  static void assertFigure(JsonNode node, String name, Estimate estimate) {
    assertNumber(node.get(name), estimate.value());
    assertNumber(node.get("low"), estimate.low());
    assertNumber(node.get("high"), estimate.high());
    assertThat(node.get("reason").isNull()).isEqualTo(estimate.reason() == null);
  }

  static void assertNumber(JsonNode node, double value) {
    if (Double.isNaN(value)) {
      assertThat(node.isNull()).isTrue();
    } else {
      assertThat(node.asDouble()).isEqualTo(value);
    }
  }

  @Test
  void holdsEveryControlExactly() {
    MeasuredFindings findings = MeasuredFindings.of(PairedRuns.full());
    JsonNode root = read(findings);
    assertThat(root.get("simulated").asBoolean()).isTrue();
    assertThat(root.get("yields").get(0).get("estimator").asString()).isEqualTo("paired");
    for (int i = 0; i < findings.yields().size(); i++) {
      SmtYield yield = findings.yields().get(i);
      JsonNode node = root.get("yields").get(i);
      assertFigure(node.get("place"), "value", yield.controls().place());
      assertBeside(node, "floor", yield.controls().floor());
      assertBeside(node, "ceiling", yield.controls().ceiling());
      assertThat(node.get("controlsReason").isNull())
          .isEqualTo(yield.estimator() == Estimator.PAIRED);
      assertThat(node.get("cores").asInt()).isEqualTo(4);
      assertThat(node.get("coresThere").asInt()).isEqualTo(4);
    }
    JsonNode ilp = root.get("yields").get(2);
    assertThat(ilp.get("category").asString()).isEqualTo("nothing");
    assertThat(ilp.get("floor").asDouble()).isCloseTo(0, within(0.01));
    assertThat(ilp.get("ceiling").asDouble()).isCloseTo(PairedRuns.CEILING, within(0.01));
    assertThat(ilp.get("prediction").get("expected").asDouble()).isCloseTo(0, within(0.02));
    assertThat(ilp.get("prediction").get("cyclesPerElement").asDouble())
        .isCloseTo(0.25, within(0.01));
    assertThat(ilp.get("prediction").get("disagreement").isNull()).isTrue();
  }

  @Test
  void whatWasNotPairedHasAnEmptyPrediction() {
    JsonNode prediction = read(Known.quick(4, 2)).get("yields").get(0).get("prediction");
    assertThat(prediction.get("expected").isNull()).isTrue();
    assertThat(prediction.get("use").isNull()).isTrue();
    assertThat(prediction.get("reason").asString()).isEqualTo(YieldJson.NO_PREDICTION);
  }

  @Test
  void differencesAdviceAndNotesAreThere() {
    MeasuredFindings findings =
        MeasuredFindings.of(
            PairedRuns.run(
                SimulatedRuns.machine(2, 2),
                Map.of(Kernel.RANGE_ILP, 0.5),
                List.of(ConcurrencyModel.PLATFORM, ConcurrencyModel.VIRTUAL),
                0,
                false));
    JsonNode root = read(findings);
    JsonNode difference = root.get("modelDifferences").get(0);
    assertThat(difference.get("model").asString()).isEqualTo("virtual");
    assertThat(difference.get("base").asString()).isEqualTo("platform");
    assertThat(difference.get("difference").asDouble()).isCloseTo(-0.01, within(1e-9));
    assertThat(difference.get("word").asString()).isEqualTo("smaller");
    JsonNode advice =
        root.get("advice")
            .valueStream()
            .filter(a -> a.get("kernel").asString().equals("range-ilp"))
            .findFirst()
            .orElseThrow();
    assertThat(advice.get("model").asString()).isEqualTo("platform");
    assertThat(advice.get("workers").asInt()).isEqualTo(4);
    assertThat(advice.get("reason").asString())
        .isEqualTo(
            "one per logical CPU: a sibling adds 50.0 % [50.0, 50.0], by pairs alone; 2 instead costs"
                + " 33.3 % [33.3, 33.3]");
    assertThat(advice.get("alternatives").get(0).get("workers").asInt()).isEqualTo(2);
    assertThat(advice.get("alternatives").get(0).get("cost").asDouble())
        .isCloseTo(1 / 3.0, within(1e-9));
    assertThat(root.get("notes").size()).isEqualTo(Caveats.of(findings).size());
  }

  @Test
  void lawsHaveTheirIntervals() {
    Run run = SimulatedRuns.platform(SimulatedRuns.machine(8, 2), 3, 0.25, 0.01, 5);
    MeasuredFindings findings = MeasuredFindings.of(run);
    JsonNode curve = read(findings).get("scaling").get(0);
    ScalabilityLaw usl = findings.curves().getFirst().usl();
    assertBeside(curve.get("usl"), "gamma", usl.gamma());
    assertBeside(curve.get("usl"), "alpha", usl.alpha());
    assertBeside(curve.get("usl"), "beta", usl.beta());
    assertThat(curve.get("usl").get("gamma").asDouble())
        .isCloseTo(SimulatedRuns.ONE_CORE_ELEMENTS_PER_SECOND, withinPercentage(3));
    assertThat(curve.get("amdahl").get("identifiable").asBoolean()).isTrue();
    assertThat(curve.get("amdahl").has("beta")).isFalse();
  }

  private static void assertBeside(JsonNode node, String name, Estimate estimate) {
    assertNumber(node.get(name), estimate.value());
    assertNumber(node.get(name + "Interval").get("low"), estimate.low());
    assertNumber(node.get(name + "Interval").get("high"), estimate.high());
  }
}
