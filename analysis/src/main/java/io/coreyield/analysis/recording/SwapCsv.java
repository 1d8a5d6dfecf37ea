package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.SwapSample;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code swap.csv}: swap space over the run, which belongs to no logical CPU. */
public final class SwapCsv {

  private static final List<String> COLUMNS = List.of("t_ns", "used_bytes", "total_bytes");

  private SwapCsv() {}

  /**
   * Reads the file.
   *
   * @return empty if there is none: swap is a side figure that a run can do without
   * @throws RecordingException naming the first line that cannot be read
   */
  public static List<SwapSample> read(Path file) throws IOException {
    List<SwapSample> samples = new ArrayList<>();
    if (Files.exists(file)) {
      CsvFile.forEach(
          file,
          COLUMNS,
          row ->
              samples.add(
                  new SwapSample(
                      Long.parseLong(row.get(0)),
                      Long.parseLong(row.get(1)),
                      Long.parseLong(row.get(2)))));
    }
    return samples;
  }

  /** Adds samples at the end of the file. */
  public static final class Writer implements AutoCloseable {
    private final BufferedWriter out;

    private Writer(BufferedWriter out) {
      this.out = out;
    }

    /** Opens the file, with its header if it is new. */
    public static Writer append(Path file) throws IOException {
      return new Writer(CsvFile.append(file, COLUMNS));
    }

    /** Adds one sample. */
    public void write(SwapSample sample) throws IOException {
      out.append("%d,%d,%d\n".formatted(sample.tNs(), sample.usedBytes(), sample.totalBytes()))
          .flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
