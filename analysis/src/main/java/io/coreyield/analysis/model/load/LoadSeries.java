package io.coreyield.analysis.model.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The counters of every logical CPU over a run. Compact: an hour of 256 CPUs at 250 ms is 3.7
 * million rows, held in about 120 MB.
 */
public final class LoadSeries {

  private static final int COUNTERS = 8;

  private final List<Integer> cpuIds;
  private final long[] timesNs;
  private final long[] base;
  private final int[] deltas;

  private LoadSeries(int[] cpuIds, long[] timesNs, long[] base, int[] deltas) {
    this.cpuIds = Arrays.stream(cpuIds).boxed().toList();
    this.timesNs = timesNs;
    this.base = base;
    this.deltas = deltas;
  }

  /** The logical CPUs, in the order of the samples. */
  public List<Integer> cpuIds() {
    return cpuIds;
  }

  public int samples() {
    return timesNs.length;
  }

  public long timeNs(int sample) {
    return timesNs[sample];
  }

  /** The counters of the logical CPU at {@code cpuIndex} (not its number) in a sample. */
  public CpuTimes at(int sample, int cpuIndex) {
    int from = (sample * cpuIds.size() + cpuIndex) * COUNTERS;
    int first = cpuIndex * COUNTERS;
    return new CpuTimes(
        base[first] + deltas[from],
        base[first + 1] + deltas[from + 1],
        base[first + 2] + deltas[from + 2],
        base[first + 3] + deltas[from + 3],
        base[first + 4] + deltas[from + 4],
        base[first + 5] + deltas[from + 5],
        base[first + 6] + deltas[from + 6],
        base[first + 7] + deltas[from + 7]);
  }

  public LoadSample sample(int sample) {
    List<CpuTimes> times =
        IntStream.range(0, cpuIds.size()).mapToObj(cpu -> at(sample, cpu)).toList();
    return new LoadSample(timesNs[sample], cpuIds, times);
  }

  /** The last sample at or before a moment; -1 if there is none. */
  public int lastAtOrBefore(long momentNs) {
    int found = Arrays.binarySearch(timesNs, momentNs);
    return found >= 0 ? found : -found - 2;
  }

  /** The first sample at or after a moment; {@link #samples} if there is none. */
  public int firstAtOrAfter(long momentNs) {
    int found = Arrays.binarySearch(timesNs, momentNs);
    return found >= 0 ? found : -found - 1;
  }

  /** The longest time without a sample between two moments; 0 if there are no samples at all. */
  public long longestGapNs(long startNs, long endNs) {
    if (timesNs.length == 0) {
      return 0;
    }
    long longest = 0;
    long lastNs = startNs;
    int end = firstAtOrAfter(endNs);
    for (int sample = firstAtOrAfter(startNs); sample < end; sample++) {
      longest = Math.max(longest, timesNs[sample] - lastNs);
      lastNs = timesNs[sample];
    }
    return Math.max(longest, endNs - lastNs);
  }

  /** Collects samples in the order of time. */
  public static final class Builder {
    private static final long MAX_CELLS = 1L << 29;

    private int[] cpuIds = {};
    private long[] timesNs = new long[64];
    private long[] base = {};
    private int[] deltas = {};
    private int samples;

    /**
     * Adds a sample.
     *
     * @throws IllegalArgumentException if it is not later than the one before it, names other CPUs
     *     than the first one, or has a counter more than 24 days from the first one's
     */
    public Builder add(LoadSample sample) {
      if (samples == 0) {
        start(sample);
      } else if (!Arrays.equals(cpuIds, ids(sample))) {
        throw new IllegalArgumentException(
            "sample at t_ns %d names other logical CPUs than the first one"
                .formatted(sample.tNs()));
      } else if (sample.tNs() <= timesNs[samples - 1]) {
        throw new IllegalArgumentException(
            "sample at t_ns %d is not later than the one before it".formatted(sample.tNs()));
      }
      grow();
      timesNs[samples] = sample.tNs();
      int offset = samples * base.length;
      for (int i = 0; i < base.length; i++) {
        long delta = sample.times().get(i / COUNTERS).get(i % COUNTERS) - base[i];
        if (delta != (int) delta) {
          throw new IllegalArgumentException(
              "a counter of logical CPU %d at t_ns %d is %d ms from its first value"
                  .formatted(cpuIds[i / COUNTERS], sample.tNs(), delta));
        }
        deltas[offset + i] = (int) delta;
      }
      samples++;
      return this;
    }

    public LoadSeries build() {
      return new LoadSeries(
          cpuIds,
          Arrays.copyOf(timesNs, samples),
          base.clone(),
          Arrays.copyOf(deltas, samples * base.length));
    }

    private void start(LoadSample sample) {
      cpuIds = ids(sample);
      base = new long[cpuIds.length * COUNTERS];
      for (int i = 0; i < base.length; i++) {
        base[i] = sample.times().get(i / COUNTERS).get(i % COUNTERS);
      }
      deltas = new int[timesNs.length * base.length];
    }

    private void grow() {
      if (samples == timesNs.length) {
        long cells = 2L * samples * base.length;
        if (cells > MAX_CELLS) {
          throw new IllegalArgumentException(
              "more than %d load counters: too many samples to hold".formatted(MAX_CELLS));
        }
        timesNs = Arrays.copyOf(timesNs, 2 * samples);
        deltas = Arrays.copyOf(deltas, (int) cells);
      }
    }

    private static int[] ids(LoadSample sample) {
      return sample.cpuIds().stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
