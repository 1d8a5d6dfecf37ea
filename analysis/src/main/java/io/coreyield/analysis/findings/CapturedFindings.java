package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.LoadWindow;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Captured.Segment;
import io.coreyield.analysis.model.trial.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The findings of a run that another tool captured: load and times, no scores, no intervals.
 *
 * @param tool that captured it
 * @param segments one per segment that the load covers, in order
 * @param scalings one per timed program, in the order of the input
 */
public record CapturedFindings(
    Run run, String tool, List<SegmentLoad> segments, List<CapturedScaling> scalings)
    implements Findings {

  static CapturedFindings of(Run run, Captured captured) {
    return new CapturedFindings(
        run,
        captured.tool(),
        captured.segments().stream().flatMap(s -> load(run.load(), s).stream()).toList(),
        CapturedScaling.of(captured.timings(), run.info().machine().topology()));
  }

  @Override
  public Answer.Captured answer() {
    return new Answer.Captured(tool, segments, scalings);
  }

  private static Optional<SegmentLoad> load(LoadSeries load, Segment segment) {
    return LoadWindow.of(load, segment.startNs(), segment.endNs())
        .map(window ->
            new SegmentLoad(
                segment,
                (segment.endNs() - segment.startNs()) / 1e9,
                window.busyCpus(),
                mostBusy(load, segment),
                window.systemCpus(),
                window.stealCpus(),
                window.busyPercent()));
  }

  private static double mostBusy(LoadSeries load, Segment segment) {
    return IntStream.range(
            load.firstAtOrAfter(segment.startNs()), load.lastAtOrBefore(segment.endNs()))
        .mapToObj(i -> LoadWindow.of(load, load.timeNs(i), load.timeNs(i + 1)))
        .flatMap(Optional::stream)
        .mapToDouble(LoadWindow::busyCpus)
        .max()
        .orElse(0);
  }
}
