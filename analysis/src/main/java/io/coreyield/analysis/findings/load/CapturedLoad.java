package io.coreyield.analysis.findings.load;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Captured.Segment;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import java.util.ArrayList;
import java.util.List;

/** The load of a capture without what lies between its segments, of which nothing is known. */
public final class CapturedLoad {

  /** What parts two segments, so that one moment still comes after the other. */
  private static final long SEAM_NS = 1_000_000L;

  private CapturedLoad() {}

  /** The samples of one segment; empty where there are none. */
  public static LoadSeries of(LoadSeries load, Segment segment) {
    LoadSeries.Builder series = new LoadSeries.Builder();
    append(series, load, segment, 0);
    return series.build();
  }

  /**
   * A run whose segments follow each other at once, load and segments alike; the run itself where
   * nothing was captured. Its times are no longer those of the clock.
   */
  public static Run withoutGaps(Run run) {
    if (!(run.info().origin() instanceof Captured captured) || run.load().samples() == 0) {
      return run;
    }
    LoadSeries.Builder series = new LoadSeries.Builder();
    List<Segment> moved = new ArrayList<>();
    long endNs = -SEAM_NS;
    for (Segment segment : captured.segments()) {
      long shiftNs = endNs + SEAM_NS - segment.startNs();
      if (append(series, run.load(), segment, shiftNs)) {
        endNs = segment.endNs() + shiftNs;
        moved.add(new Segment(segment.what(), segment.file(), segment.startNs() + shiftNs, endNs));
      }
    }
    RunInfo info =
        run.info()
            .withOrigin(
                new Captured(captured.tool(), moved, captured.timings(), captured.curves()));
    return new Run(info, run.trials(), series.build(), List.of());
  }

  private static boolean append(
      LoadSeries.Builder series, LoadSeries load, Segment segment, long shiftNs) {
    int first = load.firstAtOrAfter(segment.startNs());
    int last = load.lastAtOrBefore(segment.endNs());
    for (int i = first; i <= last; i++) {
      LoadSample sample = load.sample(i);
      series.add(new LoadSample(sample.tNs() + shiftNs, sample.cpuIds(), sample.times()));
    }
    return last >= first;
  }
}
