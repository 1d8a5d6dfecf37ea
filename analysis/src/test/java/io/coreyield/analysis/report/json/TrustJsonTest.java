package io.coreyield.analysis.report.json;

import static io.coreyield.analysis.report.json.VerdictJsonTest.assertFigure;
import static io.coreyield.analysis.report.json.VerdictJsonTest.assertNumber;
import static io.coreyield.analysis.report.json.VerdictJsonTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.correlation.Correlation;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.wording.TrustWords;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrustJsonTest {

  @Test
  void saysHowFarItCanBeTrusted() {
    MeasuredFindings findings = MeasuredFindings.of(DisturbedRuns.run(1.08));
    JsonNode root = read(findings);
    assertThat(root.get("trust").get("sentence").asString())
        .isEqualTo(TrustWords.sentence(findings))
        .isNotBlank();
    assertThat(root.get("trust").get("level").asString()).isEqualTo("no-answer");
    assertFigure(root.get("control"), "difference", findings.quality().control().difference());
    assertFigure(root.get("control").get("drift"), "value", findings.quality().control().drift());
    assertThat(root.get("control").get("configuration").asString()).isEqualTo("range platform ×1");
    assertThat(root.get("control").get("excludesZero").asBoolean()).isTrue();
    assertThat(root.get("ledger").get("tainted").asInt())
        .isEqualTo(findings.quality().ledger().tainted());
    assertThat(root.get("ledger").get("taints").get(0).toString())
        .isEqualTo(
            "{\"taint\":\"off-cpu\",\"iterations\":%d}"
                .formatted(findings.quality().ledger().tainted(Taint.OFF_CPU)));
    int forks =
        root.get("forks")
            .propertyStream()
            .filter(state -> !state.getKey().equals("trimmedIterations"))
            .mapToInt(state -> state.getValue().asInt())
            .sum();
    assertThat(forks).isEqualTo(findings.quality().forkStates().size());
  }

  @Test
  void figuresStandWithAndWithoutTheirTaintedIterations() {
    MeasuredFindings findings = MeasuredFindings.of(DisturbedRuns.run(1));
    JsonNode root = read(findings);
    for (int i = 0; i < findings.yields().size(); i++) {
      SmtYield yield = findings.yields().get(i);
      JsonNode node = root.get("yields").get(i);
      assertTaints(node, yield.taints());
      assertFigure(node.get("clockCorrected"), "value", yield.clock().corrected());
      assertNumber(node.get("smallestEffect"), yield.sampling().smallestEffect());
    }
    JsonNode chase = root.get("yields").get(5);
    assertThat(chase.get("leads").asString()).isEqualTo("withTainted");
    assertThat(chase.get("disagreement").asString()).contains("differ by more than the interval");
    ScalingPoint point = findings.curves().getFirst().points().getLast();
    JsonNode pointNode =
        root.get("scaling")
            .get(0)
            .get("points")
            .get(findings.curves().getFirst().points().size() - 1);
    assertTaints(pointNode, point.taints());
    assertTaints(pointNode.get("speedUp"), point.speedUpTaints());
  }

  private static void assertTaints(JsonNode node, TaintCheck taints) {
    assertThat(node.get("iterations").asInt()).isEqualTo(taints.iterations());
    assertThat(node.get("tainted").asInt()).isEqualTo(taints.tainted());
    assertFigure(node.get("withTainted"), "value", taints.all());
    assertFigure(node.get("withoutTainted"), "value", taints.untainted());
    assertThat(node.get("leads").asString())
        .isEqualTo(taints.leads() ? "withoutTainted" : "withTainted");
  }

  @Test
  void partialCorrelationsAreThereOrSayWhyNot() {
    MeasuredFindings findings = MeasuredFindings.of(PairedRuns.full());
    JsonNode root = read(findings);
    for (int i = 0; i < findings.correlations().size(); i++) {
      Correlation correlation = findings.correlations().get(i);
      JsonNode node = root.get("correlations").get(i);
      assertThat(node.get("comparisons").asInt()).isEqualTo(correlation.comparisons());
      if (correlation.partial() == null) {
        assertThat(node.get("partial").get("reason").asString()).isEqualTo(VerdictJson.NO_PARTIAL);
      } else {
        assertFigure(node.get("partial"), "spearman", correlation.partial().spearman());
      }
    }
    assertThat(findings.correlations()).anyMatch(correlation -> correlation.partial() != null);
  }
}
