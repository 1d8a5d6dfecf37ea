package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.LoadWindow;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Captured.Segment;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The findings of a run that another tool captured: load, times and curves, no scores, no
 * intervals.
 *
 * @param tool that captured it
 * @param segments one per segment that the load covers, in order
 * @param scalings one per timed program and curve, in the order of the input
 */
public record CapturedFindings(
    Run run, String tool, List<SegmentLoad> segments, List<CapturedScaling> scalings)
    implements Findings {

  static CapturedFindings of(Run run, Captured captured) {
    return new CapturedFindings(
        run,
        captured.tool(),
        captured.segments().stream().flatMap(s -> load(run.load(), s).stream()).toList(),
        CapturedScaling.of(
            captured, run.info().machine().topology(), areCoresDeclared(run.info())));
  }

  /** Whether the user or a file said which logical CPUs share a core. */
  public static boolean areCoresDeclared(RunInfo info) {
    return info.warnings().stream().noneMatch(w -> w.code().equals(Captured.NO_SIBLINGS));
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
                logicalCpus(load, segment)));
  }

  private static int logicalCpus(LoadSeries load, Segment segment) {
    int first = load.firstAtOrAfter(segment.startNs());
    int last = load.lastAtOrBefore(segment.endNs());
    return (int)
        IntStream.range(0, load.cpuIds().size())
            .filter(cpu -> load.at(last, cpu).since(load.at(first, cpu)).totalMs() > 0)
            .count();
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
