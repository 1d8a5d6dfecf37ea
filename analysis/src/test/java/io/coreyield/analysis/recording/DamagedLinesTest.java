package io.coreyield.analysis.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.file.BytesFile;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every file that grows while a run is measured, cut and damaged at each byte of its last three
 * records and of one in its middle: the others are read, and a line that was not is named.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedLinesTest {

  /** None turns one number into another, which no reader could detect. */
  private static final byte[] DAMAGES = {0, '\n', 'x', (byte) 0xff};

  private RunDirectory directory = new RunDirectory(Path.of("run"));

  /** A file, how many lines a record has, and the lines before the first one. */
  enum Growing {
    TRIALS("trials.jsonl", 1, 0) {
      @Override
      List<?> read(RunFile file, UnreadableLines unreadable) throws IOException {
        return TrialsJsonl.read(file, unreadable);
      }
    },
    LOAD("load.csv", 2, 1) {
      @Override
      List<?> read(RunFile file, UnreadableLines unreadable) throws IOException {
        return RecordedRuns.samples(LoadCsv.read(file, unreadable));
      }
    },
    SWAP("swap.csv", 1, 1) {
      @Override
      List<?> read(RunFile file, UnreadableLines unreadable) throws IOException {
        return SwapCsv.read(file, unreadable);
      }
    };

    private final String file;
    private final int lines;
    private final int header;

    Growing(String file, int lines, int header) {
      this.file = file;
      this.lines = lines;
      this.header = header;
    }

    abstract List<?> read(RunFile file, UnreadableLines unreadable) throws IOException;

    /** Where each record starts, and where the last one ends. */
    List<Integer> bounds(byte[] content) {
      List<Integer> starts = new ArrayList<>(List.of(0));
      IntStream.range(0, content.length)
          .filter(i -> content[i] == '\n')
          .forEach(i -> starts.add(i + 1));
      return IntStream.range(header, starts.size())
          .filter(line -> (line - header) % lines == 0)
          .mapToObj(starts::get)
          .toList();
    }
  }

  @BeforeAll
  void write(@TempDir Path path) throws IOException {
    Run quick = SimulatedRuns.quick(SimulatedRuns.machine(1, 2));
    List<SwapSample> swap =
        IntStream.range(0, 10).mapToObj(i -> new SwapSample(1_000_000L * i, 0, 4096)).toList();
    directory = RecordedRuns.write(new Run(quick.info(), quick.trials(), quick.load(), swap), path);
  }

  @ParameterizedTest
  @EnumSource
  void cutAtEachByteOfTheLastThreeRecords(Growing growing) throws IOException {
    byte[] whole = Files.readAllBytes(directory.path().resolve(growing.file));
    List<?> all = growing.read(file(growing, whole), UnreadableLines.refused());
    List<Integer> bounds = growing.bounds(whole);
    assertThat(bounds).hasSize(all.size() + 1).hasSizeGreaterThan(8);
    for (int record = all.size() - 3; record < all.size(); record++) {
      for (int end = bounds.get(record); end < bounds.get(record + 1); end++) {
        UnreadableLines unreadable = UnreadableLines.leftOut();
        List<?> read = growing.read(file(growing, Arrays.copyOf(whole, end)), unreadable);

        List<?> rest = all.subList(0, record);
        if (read.size() == record) {
          assertThat(read).as("cut at %d", end).isEqualTo(rest);
          // At the end of a record nothing shows that another one is missing.
          assertThat(unreadable.warning("").isPresent()).isEqualTo(end > bounds.get(record));
        } else {
          // Only the end of the line is missing.
          assertThat(read).as("cut at %d", end).isEqualTo(all.subList(0, record + 1));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void damagedAtEachByteOfTheLastThreeRecordsAndOfOneInTheMiddle(Growing growing)
      throws IOException {
    byte[] whole = Files.readAllBytes(directory.path().resolve(growing.file));
    List<?> all = growing.read(file(growing, whole), UnreadableLines.refused());
    List<Integer> bounds = growing.bounds(whole);
    for (int record : new int[] {all.size() / 2, all.size() - 3, all.size() - 2, all.size() - 1}) {
      for (int at = bounds.get(record); at < bounds.get(record + 1); at++) {
        for (byte damage : DAMAGES) {
          damaged(growing, whole, at, damage, all, record);
        }
      }
    }
  }

  private void damaged(Growing growing, byte[] whole, int at, byte damage, List<?> all, int record)
      throws IOException {
    byte[] damaged = whole.clone();
    damaged[at] = damage;
    UnreadableLines unreadable = UnreadableLines.leftOut();
    List<?> read = growing.read(file(growing, damaged), unreadable);

    // Without the end of its line a record takes the next one along.
    boolean joined = whole[at] == '\n';
    List<Object> untouched = new ArrayList<>(all);
    untouched.remove(record);
    if (joined && record < untouched.size()) {
      untouched.remove(record);
    }
    assertThat(read.containsAll(untouched))
        .as("byte %d of %s became %d", at, growing.file, damage)
        .isTrue();
    if (read.size() < all.size()) {
      assertThat(unreadable.warning(growing.file)).isPresent();
    }
  }

  private RunFile file(Growing growing, byte[] content) {
    return new BytesFile(RunFile.at(directory.path().resolve(growing.file)), content);
  }
}
