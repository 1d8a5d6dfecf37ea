package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.recording.file.RecordingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one stretch: percent of an interval per logical CPU, at moments of the wall clock. The
 * first moment is the start of the first interval.
 */
final class Rows {

  private static final long SECOND_MS = 1000;
  private static final long MS_NS = 1_000_000L;

  /** An interval so many times as long as others, and so much longer, may have been a pause. */
  private static final long LONG_TIMES = 5;

  private static final long LONG_MS = 5000;

  /** Swap after so many rows. */
  private record SwapRow(int row, long used, long total) {}

  private final CaptureFile file;
  private final List<Integer> cpuIds;
  private final int width;
  private long[] ms = new long[64];
  private long[] lines = new long[64];
  private float[] percents = {};
  private final List<SwapRow> swap = new ArrayList<>();
  private int moments;

  Rows(CaptureFile file, List<Integer> cpuIds) {
    if (cpuIds.isEmpty() || cpuIds.size() > Topology.MAX_CPUS) {
      throw new IllegalArgumentException(
          "there are %d logical CPUs, not 1 to %d".formatted(cpuIds.size(), Topology.MAX_CPUS));
    }
    if (cpuIds.stream().distinct().count() != cpuIds.size()) {
      throw new IllegalArgumentException("a logical CPU is named twice");
    }
    this.file = file;
    this.cpuIds = List.copyOf(cpuIds);
    this.width = cpuIds.size() * Percents.COUNTERS;
  }

  int intervals() {
    return Math.max(0, moments - 1);
  }

  List<Integer> cpuIds() {
    return cpuIds;
  }

  long firstMs() {
    return ms[0];
  }

  long firstLine() {
    return lines[0];
  }

  /** Adds a moment; the first one is the start of the first interval. */
  void moment(long line, long timeMs) {
    if (moments == ms.length) {
      ms = Arrays.copyOf(ms, 2 * moments);
      lines = Arrays.copyOf(lines, 2 * moments);
    }
    ms[moments] = timeMs;
    lines[moments] = line;
    moments++;
  }

  /** Sets where the first interval starts, once the second one shows how long they are. */
  void correctStart(long timeMs) {
    ms[0] = timeMs;
  }

  /**
   * Adds an interval that ends at a moment.
   *
   * @param parts eight per logical CPU
   */
  void add(long line, long timeMs, float[] parts) {
    for (int cpu = 0; cpu < cpuIds.size(); cpu++) {
      requireSum(parts, cpu);
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
    moment(line, timeMs);
  }

  private void requireSum(float[] parts, int cpu) {
    double sum = Percents.sum(parts, cpu);
    if (sum > CaptureLimits.MAX_SUM_PERCENT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the parts of CPU %d add up to %.1f %% of an interval",
              cpuIds.get(cpu),
              sum));
    }
  }

  /** Adds swap at the moment that was added last. */
  void swap(long used, long total) {
    swap.add(new SwapRow(moments - 1, used, total));
  }

  /** The stretch of these rows, at the moments that were added. */
  Capture.Stretch stretch(String what, Instant start) throws RecordingException {
    return stretch(what, start, momentsNs());
  }

  /** The stretch of these rows, without a date, at even intervals. */
  Capture.Stretch stretch(String what, long intervalNs) throws RecordingException {
    long[] even = new long[moments];
    Arrays.setAll(even, i -> i * intervalNs);
    return stretch(what, null, even);
  }

  private Capture.Stretch stretch(String what, @Nullable Instant start, long[] momentsNs)
      throws RecordingException {
    LoadSeries.Builder series = new LoadSeries.Builder();
    double[] counters = new double[width];
    for (int i = 0; i < moments; i++) {
      for (int c = 0; i > 0 && c < width; c++) {
        double share = percents[(i - 1) * width + c] / 100.0;
        counters[c] += share * (momentsNs[i] - momentsNs[i - 1]) / 1e6;
      }
      try {
        series.add(new LoadSample(momentsNs[i], cpuIds, times(counters)));
      } catch (IllegalArgumentException e) {
        throw file.refusal(
            lines[i], "%s: give a shorter part of the capture".formatted(e.getMessage()));
      }
    }
    return new Capture.Stretch(
        what,
        start,
        lines[0],
        series.build(),
        swap.stream()
            .map(row -> new SwapSample(momentsNs[row.row()], row.used(), row.total()))
            .toList());
  }

  private List<CpuTimes> times(double[] counters) {
    return IntStream.range(0, cpuIds.size())
        .mapToObj(cpu -> CpuTimes.of(i -> Math.round(counters[cpu * Percents.COUNTERS + i])))
        .toList();
  }

  /**
   * When the rows were taken, from 0. Tools take them every so many whole seconds and show the
   * second, cut: where all rows lie within a second of such a rhythm, the rhythm is the truth.
   */
  private long[] momentsNs() throws RecordingException {
    long step =
        SECOND_MS
            * Math.max(1, Math.round((ms[moments - 1] - ms[0]) / (double) SECOND_MS / intervals()));
    boolean isRhythm =
        IntStream.range(0, moments)
            .allMatch(
                i -> ms[i] % SECOND_MS == 0 && Math.abs(ms[i] - ms[0] - i * step) <= SECOND_MS);
    long[] ns = new long[moments];
    for (int i = 1; i < moments; i++) {
      requireLater(i);
      ns[i] = (isRhythm ? i * step : ms[i] - ms[0]) * MS_NS;
      if (ns[i] <= ns[i - 1]) {
        throw file.refusal(
            lines[i], "two rows have the same time, and the interval is irregular: delete one");
      }
    }
    warnOfLongest(ns);
    return ns;
  }

  private void requireLater(int i) throws RecordingException {
    long step = ms[i] - ms[i - 1];
    if (step < 0 || step > CaptureLimits.MAX_INTERVAL_SECONDS * SECOND_MS) {
      throw file.refusal(
          lines[i],
          "the row is %s than the one before it: import both parts as files of their own"
              .formatted(step < 0 ? "earlier" : "more than a day later"));
    }
  }

  /** Counters of a machine that was suspended, or hung, go on after it. */
  private void warnOfLongest(long[] ns) {
    long[] lengths =
        IntStream.range(1, moments).mapToLong(i -> (ns[i] - ns[i - 1]) / MS_NS).toArray();
    long[] sorted = lengths.clone();
    Arrays.sort(sorted);
    long median = sorted[sorted.length / 2];
    long longest = sorted[sorted.length - 1];
    if (longest >= LONG_TIMES * median && longest - median >= LONG_MS) {
      int at =
          1 + IntStream.range(0, lengths.length).filter(i -> lengths[i] == longest).min().orElse(0);
      file.warn(
          "import-long-interval",
          "line %d: this row covers %d s, and most others %d s"
              .formatted(lines[at], longest / SECOND_MS, median / SECOND_MS),
          "If the machine was suspended meanwhile, delete the row.");
    }
  }
}
