package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.recording.file.AppendedFile;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** {@code load.csv}: one row per sample per logical CPU, counters since boot. */
public final class LoadCsv {

  private static final CsvFile FORMAT =
      new CsvFile(
          "t_ns,cpu,user_ms,nice_ms,system_ms,idle_ms,iowait_ms,irq_ms,softirq_ms,steal_ms",
          "restore the file from a copy of the run, or delete all rows of that t_ns");

  private LoadCsv() {}

  /**
   * Reads the file.
   *
   * @return an empty series if the file holds its header only
   * @throws RecordingException if it is missing, or naming the first line that cannot be read
   */
  public static LoadSeries read(RunFile file) throws IOException {
    return read(file, UnreadableLines.refused());
  }

  static LoadSeries read(RunFile file, UnreadableLines unreadable) throws IOException {
    LoadRows rows = new LoadRows(FORMAT, file, unreadable);
    FORMAT.forEach(file, unreadable, rows);
    return rows.end();
  }

  /**
   * Drops a last sample that is not whole: it was being written when the machine stopped. Drops an
   * only sample as well, which nothing shows to be whole.
   *
   * @return whether anything was dropped
   */
  public static boolean dropUnfinishedSample(Path file) throws IOException {
    boolean cutLine = WholeFile.dropUnfinishedLine(file);
    SampleSizes sizes = new SampleSizes();
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      lines.forEach(sizes::line);
    }
    if (sizes.isLastWhole()) {
      return cutLine;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(sizes.lastStart);
    }
    return true;
  }

  /** How many rows samples have and where the last one starts, in a file of whole lines. */
  private static final class SampleSizes {
    private String moment = "t_ns";
    private int samples;
    private int rows;
    private int rowsOfFirst;
    private long offset;
    private long lastStart;

    void line(String line) {
      String rowMoment = line.substring(0, Math.max(0, line.indexOf(',')));
      if (!rowMoment.equals(moment)) {
        rowsOfFirst = samples == 1 ? rows : rowsOfFirst;
        samples++;
        moment = rowMoment;
        rows = 0;
        lastStart = offset;
      }
      rows++;
      offset += line.length() + 1;
    }

    boolean isLastWhole() {
      return samples == 0 || (samples > 1 && rows >= rowsOfFirst);
    }
  }

  /** Adds samples at the end of the file; each is handed to the operating system whole. */
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
    public void write(LoadSample sample) throws IOException {
      StringBuilder rows = new StringBuilder(64 * sample.cpuIds().size());
      for (int i = 0; i < sample.cpuIds().size(); i++) {
        rows.append(sample.tNs()).append(',').append(sample.cpuIds().get(i));
        CpuTimes times = sample.times().get(i);
        for (int counter = 0; counter < 8; counter++) {
          rows.append(',');
          if (times.get(counter) != CpuTimes.NOT_COUNTED) {
            rows.append(times.get(counter));
          }
        }
        rows.append('\n');
      }
      out.append(rows.toString());
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
