package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    SampleCollector samples = new SampleCollector(file);
    FORMAT.forEach(file, samples::row);
    return samples.end();
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

  /** Gathers the rows of one moment. */
  private static final class SampleCollector {
    private final RunFile file;
    private final LoadSeries.Builder series = new LoadSeries.Builder();
    private List<Integer> distinct = List.of();
    private List<Integer> cpuIds = new ArrayList<>();
    private List<CpuTimes> times = new ArrayList<>();
    private long tNs;
    private long line;

    SampleCollector(RunFile file) {
      this.file = file;
    }

    void row(CsvFile.Row row) throws RecordingException {
      long rowNs = row.whole(0);
      if (rowNs != tNs) {
        endSample();
      }
      tNs = rowNs;
      line = row.line();
      cpuIds.add(cpuId(row));
      times.add(CpuTimes.of(counter -> counter(row, counter)));
    }

    private static long counter(CsvFile.Row row, int counter) {
      return counter == CpuTimes.STEAL && row.isEmpty(2 + counter)
          ? CpuTimes.NOT_COUNTED
          : row.count(2 + counter);
    }

    private int cpuId(CsvFile.Row row) {
      if (cpuIds.size() == Topology.MAX_CPUS) {
        throw new IllegalArgumentException(
            "t_ns %d has more than %d logical CPUs".formatted(tNs, Topology.MAX_CPUS));
      }
      return (int) Math.min(row.count(1), Integer.MAX_VALUE);
    }

    private void endSample() throws RecordingException {
      if (cpuIds.isEmpty()) {
        return;
      }
      try {
        requireDistinct();
        series.add(new LoadSample(tNs, cpuIds, times));
      } catch (IllegalArgumentException e) {
        throw FORMAT.refusal(file, line, String.valueOf(e.getMessage()));
      }
      cpuIds = new ArrayList<>();
      times = new ArrayList<>();
    }

    private void requireDistinct() {
      if (cpuIds.equals(distinct)) {
        return;
      }
      Set<Integer> seen = new HashSet<>();
      for (int id : cpuIds) {
        if (!seen.add(id)) {
          throw new IllegalArgumentException(
              "logical CPU %d occurs twice at t_ns %d".formatted(id, tNs));
        }
      }
      distinct = cpuIds;
    }

    LoadSeries end() throws RecordingException {
      endSample();
      return series.build();
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
      out.append(rows).flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
