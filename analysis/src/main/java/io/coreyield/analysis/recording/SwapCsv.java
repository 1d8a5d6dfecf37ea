package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.recording.file.AppendedFile;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code swap.csv}: swap space over the run, which belongs to no logical CPU. */
public final class SwapCsv {

  private static final CsvFile FORMAT =
      new CsvFile(
          "t_ns,used_bytes,total_bytes",
          "restore the file from a copy of the run, or delete that line");

  private SwapCsv() {}

  /**
   * Reads the file.
   *
   * @return empty if there is none: swap is a side figure that a run can do without
   * @throws RecordingException naming the first line that cannot be read
   */
  public static List<SwapSample> read(RunFile file) throws IOException {
    return read(file, UnreadableLines.refused());
  }

  static List<SwapSample> read(RunFile file, UnreadableLines unreadable) throws IOException {
    List<SwapSample> samples = new ArrayList<>();
    if (file.exists()) {
      FORMAT.forEach(
          file,
          unreadable,
          row -> samples.add(new SwapSample(row.whole(0), row.count(1), row.count(2))));
    }
    return samples;
  }

  /** Adds samples at the end of the file. */
  public static final class Writer implements AutoCloseable {
    private final AppendedFile out;

    private Writer(AppendedFile out) {
      this.out = out;
    }

    /** Opens the file, with its header if it is new. */
    public static Writer append(Path file) throws IOException {
      return new Writer(FORMAT.append(file));
    }

    /** Adds one sample. */
    public void write(SwapSample sample) throws IOException {
      // Not by format(): its digits are the locale's.
      out.append(sample.tNs() + "," + sample.usedBytes() + "," + sample.totalBytes() + "\n");
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
