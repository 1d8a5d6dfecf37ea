package io.coreyield.analysis.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.ComparedRuns;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.report.json.FormatPage;
import io.coreyield.analysis.wording.compare.CompareHeadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code comparison.json}: what it holds, and that each key is documented. */
class ComparisonJsonTest {

  @TempDir Path scratch;

  private JsonNode written(Comparison comparison) throws IOException {
    Path file = scratch.resolve("comparison.json");
    ComparisonJson.write(comparison, file);
    return JsonMapper.shared().readTree(file);
  }

  private static Comparison ofRuns() {
    List<ComparedRun> runs = new ArrayList<>();
    runs.add(ComparedRun.of("paired", MeasuredFindings.of(PairedRuns.full())));
    runs.add(ComparedRun.of("disturbed", MeasuredFindings.of(DisturbedRuns.run(1))));
    for (int day = 0; day < 6; day++) {
      Reading reading = ComparedRuns.reading(day == 5 ? 0.9 : 0.2 + 0.001 * day);
      runs.add(ComparedRuns.run("day " + day, day, Map.of(ComparedRuns.YIELD, reading)));
    }
    return Comparison.of(runs, "day 0");
  }

  @Test
  void everyKeyIsDocumented() throws IOException {
    Set<String> paths = FormatPage.keys(written(ofRuns()));
    paths.remove("schema");
    assertThat(paths).hasSizeGreaterThan(95);
    FormatPage.assertDocuments(paths);
  }

  @Test
  void holdsTheDifferencesOfTheComparison() throws IOException {
    Comparison comparison = ofRuns();
    JsonNode root = written(comparison);
    assertThat(root.get("schema").asString()).isEqualTo("coreyield/comparison/4");
    assertThat(root.get("family").asInt()).isEqualTo(comparison.family()).isPositive();
    assertThat(root.get("answer").asString()).isEqualTo(CompareHeadline.of(comparison));
    JsonNode cells = root.get("overviews").get(1).get("lines").get(7).get("cells");
    assertThat(cells.get(0).asString()).isEqualTo("+70\u00a0points");
    assertThat(root.get("runs")).hasSize(8);
    JsonNode last = root.get("runs").get(7).get("figures").get(0).get("difference");
    Difference.Measured difference =
        (Difference.Measured) comparison.difference(7, ComparedRuns.YIELD).orElseThrow();
    assertThat(last.get("value").asDouble()).isEqualTo(difference.estimate().value());
    assertThat(last.get("low").asDouble()).isEqualTo(difference.estimate().low());
    assertThat(last.get("word").asString()).isEqualTo("larger");
    JsonNode first = root.get("runs").get(0).get("figures").get(0).get("difference");
    assertThat(first.get("obstacle").isNull()).isFalse();
    assertThat(first.get("value").isNull()).isTrue();
  }
}
