package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counters of CPU time that only grow: what they grew by between two moments is an interval. */
final class CounterRows {

  /** Counters that grow by less than this share of the time stood still for some of it. */
  private static final double MIN_COVERED = 0.5;

  private final Timeline timeline;
  private final double secondsPerUnit;
  private Map<Integer, double[]> before = Map.of();

  /**
   * Counters of one machine.
   *
   * @param secondsPerUnit 0.01 for those of {@code /proc/stat}
   */
  CounterRows(Timeline timeline, double secondsPerUnit) {
    this.timeline = timeline;
    this.secondsPerUnit = secondsPerUnit;
  }

  /**
   * Adds the counters at a moment. Where none has grown they were not read anew, and the moment
   * counts for nothing.
   *
   * @param now eight by the number of each logical CPU
   */
  void add(long line, long ms, Map<Integer, double[]> now) throws RecordingException {
    List<Integer> ids = new ArrayList<>();
    now.keySet().stream().sorted().filter(before::containsKey).forEach(ids::add);
    float[] parts = new float[ids.size() * Percents.COUNTERS];
    double most = 0;
    boolean isAnew = false;
    for (int cpu = 0; cpu < ids.size(); cpu++) {
      double[] from = before.getOrDefault(ids.get(cpu), new double[Percents.COUNTERS]);
      double[] to = now.getOrDefault(ids.get(cpu), from);
      most = Math.max(most, grown(from, to, parts, cpu));
      isAnew |= to[0] + to[2] < from[0] + from[2];
    }
    if (ids.isEmpty() || isAnew) {
      if (isAnew) {
        timeline.warn(
            line, "import-restart", "the counters begin anew, so the machine was started again");
      }
      timeline.restart();
      timeline.startAt(line, ms);
    } else if (most == 0) {
      return;
    } else if (most * secondsPerUnit < MIN_COVERED * (ms - timeline.lastMs()) / 1000) {
      timeline.warn(
          line,
          "import-gap",
          "the counters grew by %.0f s in the %.0f s since the moment before, so this time is not covered"
              .formatted(most * secondsPerUnit, (ms - timeline.lastMs()) / 1000.0));
      timeline.startAt(line, ms);
    } else {
      timeline.add(line, ms, ids, parts);
    }
    before = new HashMap<>(now);
  }

  /** Percent of its own time; Linux takes back some idle time, which counts as none. */
  private static double grown(double[] from, double[] to, float[] parts, int cpu) {
    double sum = 0;
    for (int i = 0; i < Percents.COUNTERS; i++) {
      sum += Math.max(0, to[i] - from[i]);
    }
    for (int i = 0; i < Percents.COUNTERS && sum > 0; i++) {
      parts[cpu * Percents.COUNTERS + i] = (float) (100 * Math.max(0, to[i] - from[i]) / sum);
    }
    return sum;
  }
}
