package io.coreyield.analysis.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.cohabitation.MadeUpMatrix;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The keys of {@code verdict.json}, and of the tables that only programs read. */
class VerdictFormatTest {

  private static String[] words(String text) {
    return text.strip().split("\\s+", -1);
  }

  @Test
  void hasTheKeysOfTheFormat() {
    JsonNode root = VerdictJsonTest.read(Known.quick(4, 2));
    assertThat(root.propertyNames())
        .containsExactly(
            words(
                """
                schema simulated captured machine quota answer support inFull trust state
                doubts control ledger forks allCoreClock yields cohabitation modelDifferences advice
                notes scaling correlations
                """));
    assertThat(root.get("schema").asString()).isEqualTo("coreyield/verdict/4");
    assertThat(root.get("yields").get(0).propertyNames())
        .containsExactly(
            words(
                """
                kernel model estimator yield low high iterations tainted withTainted
                withoutTainted leads disagreement clockCorrected smallestEffect floor
                floorInterval ceiling ceilingInterval controlsReason place forks cores
                coresThere reason category trust prediction
                """));
    assertThat(root.get("correlations").get(0).propertyNames())
        .containsExactly(
            words("kernel model between spearman low high n comparisons reason partial"));
  }

  /** {@code docs/FORMAT.md} names every key. */
  @Test
  void everyKeyIsDocumented() throws IOException {
    Set<String> paths =
        FormatPage.keys(VerdictJsonTest.read(MeasuredFindings.of(PairedRuns.full())));
    Machine limited = SimulatedRuns.machine(2, 2).withQuota(new CpuQuota(1.5, 100_000));
    paths.addAll(
        FormatPage.keys(
                VerdictJsonTest.read(MeasuredFindings.of(SimulatedRuns.quick(limited)))
                    .get("quota"))
            .stream()
            .map("quota."::concat)
            .toList());
    ObjectNode unlike = JsonMapper.shared().createObjectNode();
    CohabitJson.write(unlike, MadeUpMatrix.ofThree());
    paths.addAll(FormatPage.keys(unlike));
    paths.removeIf(path -> path.matches(".*Interval\\.(low|high)"));
    paths.addAll(List.of("doubts[].level", "modelDifferences[].kernel", "modelDifferences[].word"));
    assertThat(paths).hasSizeGreaterThan(160);
    FormatPage.assertDocuments(paths);
  }

  @Test
  void everyColumnOfALedgerAndOfForksIsDocumented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "FORMAT.md"));
    Stream<Table> tables = Tables.data(MeasuredFindings.of(DisturbedRuns.run(1))).stream();
    assertThat(tables.flatMap(table -> table.columns().stream()).map(Table.Column::id))
        .hasSize(12 + 7)
        .allSatisfy(id -> assertThat(page).containsPattern("(?m)^\\| .*`" + id + "`.* \\|"));
  }
}
