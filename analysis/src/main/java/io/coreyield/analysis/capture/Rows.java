package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.recording.file.RecordingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of one stretch: percent of an interval per logical CPU, at moments that a clock of whole
 * seconds gave. The first moment is the start of the first interval.
 */
final class Rows {

  private static final long SECOND_NS = 1_000_000_000L;

  /** Swap after so many rows. */
  private record SwapRow(int row, long used, long total) {}

  private final CaptureFile file;
  private final List<Integer> cpuIds;
  private long[] seconds = new long[64];
  private long[] lines = new long[64];
  private float[] percents = {};
  private final List<SwapRow> swap = new ArrayList<>();
  private int moments;

  Rows(CaptureFile file, List<Integer> cpuIds) {
    if (cpuIds.isEmpty() || cpuIds.size() > CaptureLimits.MAX_CPUS) {
      throw new IllegalArgumentException(
          "there are %d logical CPUs, not 1 to %d"
              .formatted(cpuIds.size(), CaptureLimits.MAX_CPUS));
    }
    if (cpuIds.stream().distinct().count() != cpuIds.size()) {
      throw new IllegalArgumentException("a logical CPU is named twice");
    }
    this.file = file;
    this.cpuIds = List.copyOf(cpuIds);
  }

  List<Integer> cpuIds() {
    return cpuIds;
  }

  int intervals() {
    return Math.max(0, moments - 1);
  }

  boolean isEmpty() {
    return moments == 0;
  }

  long lastSecond() {
    return seconds[moments - 1];
  }

  /** Where the first interval starts. */
  void start(long line, long second) {
    moment(line, second);
  }

  /**
   * Adds an interval that ends at a moment.
   *
   * @param parts eight per logical CPU
   */
  void add(long line, long second, float[] parts) {
    int width = cpuIds.size() * Percents.COUNTERS;
    for (int cpu = 0; cpu < cpuIds.size(); cpu++) {
      Percents.requireSum(parts, cpu * Percents.COUNTERS, cpuIds.get(cpu));
    }
    if ((long) moments * cpuIds.size() > CaptureLimits.MAX_CPU_SAMPLES) {
      throw new IllegalArgumentException(
          "there are more than %d rows times logical CPUs"
              .formatted(CaptureLimits.MAX_CPU_SAMPLES));
    }
    int end = moments * width;
    if (percents.length < end) {
      percents = Arrays.copyOf(percents, Math.max(end, 2 * percents.length));
    }
    System.arraycopy(parts, 0, percents, end - width, width);
    moment(line, second);
  }

  /** Adds swap at the moment that was added last. */
  void swap(long used, long total) {
    swap.add(new SwapRow(moments - 1, used, total));
  }

  private void moment(long line, long second) {
    if (moments == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * moments);
      lines = Arrays.copyOf(lines, 2 * moments);
    }
    seconds[moments] = second;
    lines[moments] = line;
    moments++;
  }

  /** The stretch that they make. */
  Capture.Stretch stretch(String what, Capture.Start start) throws RecordingException {
    return stretch(what, start, momentsNs());
  }

  /** The same with an interval that is known to be this long. */
  Capture.Stretch stretch(String what, Capture.Start start, long intervalNs)
      throws RecordingException {
    long[] even = new long[moments];
    Arrays.setAll(even, i -> i * intervalNs);
    return stretch(what, start, even);
  }

  private Capture.Stretch stretch(String what, Capture.Start start, long[] momentsNs)
      throws RecordingException {
    LoadSeries.Builder series = new LoadSeries.Builder();
    int width = cpuIds.size() * Percents.COUNTERS;
    double[] counters = new double[width];
    for (int i = 0; i < moments; i++) {
      for (int c = 0; i > 0 && c < width; c++) {
        double share = percents[(i - 1) * width + c] / 100.0;
        counters[c] += share * (momentsNs[i] - momentsNs[i - 1]) / 1e6;
      }
      add(series, i, momentsNs[i], counters);
    }
    return new Capture.Stretch(
        what,
        start,
        series.build(),
        swap.stream()
            .map(row -> new SwapSample(momentsNs[row.row()], row.used(), row.total()))
            .toList());
  }

  private void add(LoadSeries.Builder series, int moment, long tNs, double[] counters)
      throws RecordingException {
    List<CpuTimes> times = new ArrayList<>(cpuIds.size());
    for (int from = 0; from < counters.length; from += Percents.COUNTERS) {
      int first = from;
      times.add(CpuTimes.of(i -> Math.round(counters[first + i])));
    }
    try {
      series.add(new LoadSample(tNs, cpuIds, times));
    } catch (IllegalArgumentException e) {
      throw file.refusal(
          lines[moment], "%s: give a shorter part of the capture".formatted(e.getMessage()));
    }
  }

  /**
   * When the rows were taken, from 0. Tools take them every so many whole seconds and show the
   * second, cut: where all rows lie within a second of such a rhythm, the rhythm is what was.
   */
  private long[] momentsNs() throws RecordingException {
    long[] shown = new long[moments];
    Arrays.setAll(shown, i -> seconds[i] - seconds[0]);
    long step = Math.max(1, Math.round(shown[moments - 1] / (double) intervals()));
    boolean isRhythm = true;
    for (int i = 0; i < moments; i++) {
      isRhythm &= Math.abs(shown[i] - i * step) <= 1;
    }
    for (int i = 1; i < moments; i++) {
      requireLater(i);
    }
    long[] ns = new long[moments];
    boolean even = isRhythm;
    Arrays.setAll(ns, i -> (even ? i * step : shown[i]) * SECOND_NS);
    for (int i = 1; i < moments; i++) {
      if (ns[i] <= ns[i - 1]) {
        throw file.refusal(
            lines[i], "two rows have one time, and no rhythm tells them apart: delete one");
      }
    }
    return ns;
  }

  private void requireLater(int i) throws RecordingException {
    long step = seconds[i] - seconds[i - 1];
    if (step < 0) {
      throw file.refusal(
          lines[i],
          "the row is earlier than the one before it: import both parts as files of their own");
    }
    if (step > CaptureLimits.MAX_INTERVAL_SECONDS) {
      throw file.refusal(
          lines[i],
          "the row is more than a day later than the one before it: import both parts as files of their own");
    }
  }
}
