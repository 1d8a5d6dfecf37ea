package io.coreyield.analysis.recording;

import static io.coreyield.analysis.recording.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwapCsvTest {

  private static final String TWO = "t_ns,used_bytes,total_bytes\n100,0,4096\n200,4096,4096\n";

  @TempDir Path directory;

  @Test
  void readsSamples() throws IOException {
    Path file = Files.writeString(directory.resolve("swap.csv"), TWO);

    assertThat(SwapCsv.read(RunFile.at(file)))
        .containsExactly(new SwapSample(100, 0, 4096), new SwapSample(200, 4096, 4096));
  }

  @Test
  void missingFileIsEmpty() throws IOException {
    Path file = directory.resolve("swap.csv");

    assertThat(SwapCsv.read(RunFile.at(file))).isEmpty();
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "300,1     |:4: the row has 2 fields, not 3",
        "300,1,x   |:4: total_bytes is 'x', not a whole number",
        "300,-1,2  |:4: used_bytes is -1, below 0"
      })
  void oneWrongRow(String row, String fault) throws IOException {
    Path file = Files.writeString(directory.resolve("swap.csv"), TWO + row + "\n");

    assertRefused(
        () -> SwapCsv.read(RunFile.at(file)),
        file,
        fault + ": restore the file from a copy of the run, or delete that line");
  }

  @Test
  void dropsAnUnfinishedLine() throws IOException {
    Path file = Files.writeString(directory.resolve("swap.csv"), TWO + "300,40");

    assertThat(WholeFile.dropUnfinishedLine(file)).isTrue();
    assertThat(file).hasContent(TWO);
  }
}
