package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.CpuTimes;
import io.coreyield.analysis.model.LoadSample;
import io.coreyield.analysis.model.LoadSeries;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** {@code load.csv}: one row per sample per logical CPU, counters since boot. */
public final class LoadCsv {

  private static final List<String> COLUMNS =
      List.of(
          "t_ns",
          "cpu",
          "user_ms",
          "nice_ms",
          "system_ms",
          "idle_ms",
          "iowait_ms",
          "irq_ms",
          "softirq_ms",
          "steal_ms");

  private LoadCsv() {}

  /**
   * Reads the file.
   *
   * @return an empty series if the file holds its header only
   * @throws RecordingException if it is missing, or naming the first line that cannot be read
   */
  public static LoadSeries read(Path file) throws IOException {
    LoadSeries.Builder series = new LoadSeries.Builder();
    SampleCollector sample = new SampleCollector(file, series);
    CsvFile.forEach(file, COLUMNS, sample::row);
    sample.end();
    return series.build();
  }

  /** Gathers the rows of one moment. */
  private static final class SampleCollector {
    private final Path file;
    private final LoadSeries.Builder series;
    private long tNs;
    private long line;
    private List<Integer> cpuIds = new ArrayList<>();
    private List<CpuTimes> times = new ArrayList<>();

    SampleCollector(Path file, LoadSeries.Builder series) {
      this.file = file;
      this.series = series;
    }

    void row(CSVRecord row) throws RecordingException {
      long rowNs = Long.parseLong(row.get(0));
      if (!cpuIds.isEmpty() && rowNs != tNs) {
        end();
      }
      tNs = rowNs;
      line = row.getParser().getCurrentLineNumber();
      cpuIds.add(Integer.parseInt(row.get(1)));
      times.add(
          new CpuTimes(
              Long.parseLong(row.get(2)),
              Long.parseLong(row.get(3)),
              Long.parseLong(row.get(4)),
              Long.parseLong(row.get(5)),
              Long.parseLong(row.get(6)),
              Long.parseLong(row.get(7)),
              Long.parseLong(row.get(8)),
              Long.parseLong(row.get(9))));
    }

    void end() throws RecordingException {
      if (cpuIds.isEmpty()) {
        return;
      }
      try {
        series.add(new LoadSample(tNs, cpuIds, times));
      } catch (IllegalArgumentException e) {
        throw new RecordingException(
            file, line, e.getMessage() + ": restore the file, or delete the rows of that sample");
      }
      cpuIds = new ArrayList<>();
      times = new ArrayList<>();
    }
  }

  /** Adds samples at the end of the file; each is handed to the operating system whole. */
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
    public void write(LoadSample sample) throws IOException {
      StringBuilder rows = new StringBuilder(64 * sample.cpuIds().size());
      for (int i = 0; i < sample.cpuIds().size(); i++) {
        rows.append(sample.tNs()).append(',').append(sample.cpuIds().get(i));
        CpuTimes times = sample.times().get(i);
        for (int counter = 0; counter < 8; counter++) {
          rows.append(',').append(times.get(counter));
        }
        rows.append('\n');
      }
      out.append(rows).flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
