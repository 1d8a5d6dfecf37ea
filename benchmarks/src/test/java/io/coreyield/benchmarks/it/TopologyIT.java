package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code topology} on this machine, whatever its answer. */
class TopologyIT {

  private final Jar jar;
  private final Path directory;

  TopologyIT(@TempDir Path home) throws IOException {
    assumeTrue(ThisMachine.read().logical() > 1, "a pair needs two logical CPUs");
    jar = Jar.copiedTo(home);
    directory = jar.out();
  }

  @Test
  void answersAndWritesItsFiles() throws Exception {
    Ended ended = jar.run("topology --cpus 0,1 --budget 20s --window 20 --seed 7 --out DIR");

    assertThat(ended.exit()).as(ended.err()).isIn(0, 1);
    assertThat(ended.complaints()).isEmpty();
    assertThat(ended.err())
        .contains("Measuring the pair of 2 logical CPUs in windows of 20 ms: takes about 0:0")
        .containsPattern("(?m)^\\d+:\\d\\d elapsed, about \\d+:\\d\\d left +round 1 +1 pair$");
    assertThat(ended.out())
        .containsPattern("(?m)^(Each of the 2|The 2|Cannot tell which of the 2) logical CPUs")
        .contains("Measured:  ", "Declared:  ", "Files:     DIR");
    assertThat(directory).isDirectoryNotContaining("glob:**.new");
    assertThat(Files.readString(directory.resolve("pairs.json")))
        .contains(
            "\"schema\" : \"coreyield/pairs/2\"",
            "\"simulated\" : false",
            "\"seed\" : 7",
            "\"state\" : \"complete\"",
            "\"answer\" : \"%s".formatted(ended.exit() == 1 ? "unknown\"" : ""));
    List<String> rows = Files.readAllLines(directory.resolve("pairs.csv"));
    // On a busy machine every window may be disturbed, and nothing is left to show.
    if (ended.exit() == 0) {
      assertThat(ended.out()).containsPattern("(?m)^  1 \\d\\.\\d\\d$");
      assertThat(rows).hasSizeGreaterThan(6);
      assertThat(directory).isDirectoryContaining("glob:**pairs.png");
    }
    assertThat(rows.subList(1, rows.size()))
        .allMatch(row -> row.matches("\\d+,0,1,\\d+,\\d+,\\d+,\\d+\\.\\d+"));
  }

  @Test
  void ctrlCKeepsWhatWasMeasured() throws Exception {
    Started started = jar.start("topology --cpus 0,1 --window 100 --out DIR");
    started.awaitTrials(1);
    started.signal("INT");
    Ended ended = started.end();

    assertThat(ended.exit()).isEqualTo(130);
    assertThat(ended.complaints()).isEmpty();
    assertThat(Files.readString(directory.resolve("pairs.json")))
        .contains("\"state\" : \"interrupted\"");
    assertThat(directory.resolve("pairs.csv")).isNotEmptyFile();
  }

  @Test
  void killedItKeepsItsRounds() throws Exception {
    Started started = jar.start("topology --cpus 0,1 --window 100 --out DIR");
    started.awaitTrials(2);
    started.signal("KILL");
    started.end();

    assertThat(Files.readString(directory.resolve("pairs.json")))
        .contains("\"state\" : \"running\"");
    // On a busy machine every window may be disturbed.
    assertThat(Files.readAllLines(directory.resolve("pairs.csv")))
        .isNotEmpty()
        .allMatch(row -> row.startsWith("round,first,") || row.matches("\\d+,0,1,.*\\.\\d+"));
  }
}
