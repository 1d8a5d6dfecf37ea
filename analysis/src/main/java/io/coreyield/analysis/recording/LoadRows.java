package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of {@code load.csv} into samples, and leaves out a sample that lacks rows. */
final class LoadRows implements CsvFile.RowReader {

  private final CsvFile format;
  private final RunFile file;
  private final UnreadableLines unreadable;
  private final LoadSeries.Builder series = new LoadSeries.Builder();
  private List<Integer> cpusOfAll = List.of();
  private long lastNs = Long.MIN_VALUE;

  private List<Integer> cpuIds = new ArrayList<>();
  private List<CpuTimes> times = new ArrayList<>();
  private long tNs;
  private long line;
  private boolean lacksRows;

  /** Waits for the next one: a time that is too late shows only there. */
  private @Nullable LoadSample held;

  private long heldLine;

  LoadRows(CsvFile format, RunFile file, UnreadableLines unreadable) {
    this.format = format;
    this.file = file;
    this.unreadable = unreadable;
  }

  @Override
  public void read(CsvFile.Row row) throws RecordingException {
    long rowNs = row.whole(0);
    if (rowNs != tNs) {
      endSample();
    }
    tNs = rowNs;
    line = row.line();
    int cpu = cpuId(row);
    CpuTimes ofCpu = times(row);
    cpuIds.add(cpu);
    times.add(ofCpu);
  }

  @Override
  public void unreadable() {
    lacksRows = true;
  }

  private static CpuTimes times(CsvFile.Row row) {
    return new CpuTimes(
        row.count(2),
        row.count(3),
        row.count(4),
        row.count(5),
        row.count(6),
        row.count(7),
        row.count(8),
        row.isEmpty(9) ? CpuTimes.NOT_COUNTED : row.count(9));
  }

  private int cpuId(CsvFile.Row row) {
    if (cpuIds.size() == Topology.MAX_CPUS) {
      throw new IllegalArgumentException(
          "t_ns %d has more than %d logical CPUs".formatted(tNs, Topology.MAX_CPUS));
    }
    return (int) Math.min(row.count(1), Integer.MAX_VALUE);
  }

  private void endSample() throws RecordingException {
    if (!cpuIds.isEmpty() && !(lacksRows && !cpuIds.equals(cpusOfAll))) {
      try {
        requireDistinct();
        hold(new LoadSample(tNs, cpuIds, times));
      } catch (IllegalArgumentException e) {
        leaveOut(line, String.valueOf(e.getMessage()));
      }
    }
    cpuIds = new ArrayList<>();
    times = new ArrayList<>();
    lacksRows = false;
  }

  private void requireDistinct() {
    if (cpuIds.equals(cpusOfAll)) {
      return;
    }
    Set<Integer> seen = new HashSet<>();
    for (int id : cpuIds) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException(
            "logical CPU %d occurs twice at t_ns %d".formatted(id, tNs));
      }
    }
  }

  private void hold(LoadSample sample) throws RecordingException {
    LoadSample before = held;
    if (before == null || sample.tNs() > before.tNs()) {
      addHeld();
    } else {
      // Of two in the wrong order the one is at fault that does not follow those before both.
      boolean isAtFault = sample.tNs() <= lastNs;
      unreadable.add(
          isAtFault ? line : heldLine,
          format.refusal(
              file,
              line,
              "sample at t_ns %d is not later than the one before it".formatted(sample.tNs())));
      if (isAtFault) {
        return;
      }
    }
    held = sample;
    heldLine = line;
  }

  private void addHeld() throws RecordingException {
    if (held == null) {
      return;
    }
    try {
      series.add(held);
      lastNs = held.tNs();
      cpusOfAll = held.cpuIds();
    } catch (IllegalArgumentException e) {
      leaveOut(heldLine, String.valueOf(e.getMessage()));
    }
  }

  private void leaveOut(long faultyLine, String reason) throws RecordingException {
    unreadable.add(faultyLine, format.refusal(file, faultyLine, reason));
  }

  LoadSeries end() throws RecordingException {
    endSample();
    addHeld();
    LoadSeries all = series.build();
    unreadable.refuseIf(all.samples() == 0);
    return all;
  }
}
