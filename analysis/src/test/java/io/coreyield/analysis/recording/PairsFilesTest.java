package io.coreyield.analysis.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.topology.KnownPairs;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.model.trial.PairsRun;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PairsFilesTest {

  @TempDir private Path directory;

  private JsonNode written(PairsRun run) throws IOException {
    Path file = directory.resolve("pairs.json");
    PairsJson.write(file, run);
    return Json.tree(Files.readString(file), RunFile.at(file), 0, "");
  }

  @Test
  void jsonHoldsTheAnswerAndWhatItStandsOn() throws IOException {
    JsonNode root = written(KnownPairs.farSiblings(2, false));

    assertThat(root.propertyNames()).startsWith("schema", "toolVersion", "simulated");
    assertThat(root.path("schema").asString()).isEqualTo("coreyield/pairs/2");
    assertThat(JsonFields.firstFault(root, PairsRun.class)).isNull();
    JsonNode tree = root.path("topology");
    assertThat(tree.path("sharing").path("answer").asString()).isEqualTo("hyperthreads");
    assertThat(tree.path("sharing").path("groups").toString()).isEqualTo("[[0,2],[1,3]]");
    assertThat(tree.path("sharing").path("declared").toString()).isEqualTo("[]");
    assertThat(tree.path("sharing").path("confidence").asDouble()).isBetween(0.95, 1.0);
    assertThat(tree.path("pairs").size()).isEqualTo(6);
    assertThat(tree.path("pairs").get(1).propertyNames())
        .containsExactly("first", "second", "median", "low", "high", "rounds", "declared");
  }

  @Test
  void whatIsNotKnownIsNull() throws IOException {
    JsonNode tree = written(KnownPairs.nothing()).path("topology");

    assertThat(tree.path("sharing").path("answer").asString()).isEqualTo("unknown");
    assertThat(tree.path("sharing").path("confidence").isNull()).isTrue();
    assertThat(tree.path("pairs").size()).isZero();
  }

  @Test
  void csvHoldsEveryPairOfEveryRound() throws IOException {
    Path file = directory.resolve("pairs.csv");
    try (PairsCsv.Writer rows = PairsCsv.Writer.append(file)) {
      rows.write(List.of(new PairObservation(0, CpuPair.of(3, 1), 3e9 + 0.4, 1.5e9, 2.5e9)));
    }

    assertThat(file)
        .hasContent(
            """
            round,first,second,together_per_second,first_alone_per_second,second_alone_per_second,ratio
            0,1,3,3000000000,1500000000,2500000000,1.5000000002
            """);
  }
}
