package io.coreyield.analysis.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.ChildJvm;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples of a large machine are read in little memory. 2048 samples of 256 CPUs are 8 counters
 * of 4 bytes each as a series, 17 MB, and twice that while they are built; as objects they do not
 * fit 48 MB. (256 CPUs over an hour at 250 ms are seven times as much: 118 MB.)
 */
class LoadCsvMemoryTest {

  private static final int CPUS = 256;
  private static final int SAMPLES = 2048;

  @TempDir Path directory;

  /** What the small JVM runs: reads a file and prints how many samples it has. */
  static final class Reader {
    public static void main(String[] files) throws IOException {
      LoadSeries series = LoadCsv.read(RunFile.at(Path.of(files[0])));
      System.out.println(series.samples() + " × " + series.cpuIds().size());
    }
  }

  @Test
  void readsAManyCpuRunInASmallHeap() throws Exception {
    Path file = directory.resolve("load.csv");
    write(file);
    assertThat(ChildJvm.output(ChildJvm.of(Reader.class, List.of("-Xmx44m"), file.toString())))
        .startsWith(SAMPLES + " ");
  }

  private static void write(Path file) throws IOException {
    List<Integer> cpus = IntStream.range(0, CPUS).boxed().toList();
    try (LoadCsv.Writer writer = LoadCsv.Writer.append(file)) {
      for (int sample = 0; sample < SAMPLES; sample++) {
        CpuTimes times =
            new CpuTimes(
                123_456_780 + sample * 200L, 120, 4_567_890, 987_654_320, 1200, 0, 3400, 0);
        writer.write(
            new LoadSample(
                5_000_000_000_000L + sample * 250_000_000L,
                cpus,
                Collections.nCopies(CPUS, times)));
      }
    }
  }
}
