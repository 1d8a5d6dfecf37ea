package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.trial.Imported;
import io.coreyield.analysis.model.trial.Imported.Segment;
import io.coreyield.analysis.model.trial.Run;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of a run that another tool captured: load and times, no scores, no intervals.
 *
 * @param tool that captured it
 * @param segments one per segment that the load covers, in order
 * @param scalings one per program that was timed, in the order in which they were told
 */
public record ImportedFindings(
    String tool, List<SegmentLoad> segments, List<ImportedScaling> scalings) {

  private static final int MOST_IN_SENTENCE = 4;

  /** Copies the lists. */
  public ImportedFindings {
    segments = List.copyOf(segments);
    scalings = List.copyOf(scalings);
  }

  static ImportedFindings of(Run run, Imported imported) {
    return new ImportedFindings(
        imported.tool(),
        imported.segments().stream().flatMap(s -> load(run.load(), s).stream()).toList(),
        ImportedScaling.of(imported.timings(), run.info().machine().topology()));
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
    double most = 0;
    int last = load.lastAtOrBefore(segment.endNs());
    for (int i = load.firstAtOrAfter(segment.startNs()); i < last; i++) {
      double busy =
          LoadWindow.of(load, load.timeNs(i), load.timeNs(i + 1))
              .map(LoadWindow::busyCpus)
              .orElse(0.0);
      most = Math.max(most, busy);
    }
    return most;
  }

  /** The answer, in one sentence. */
  String answer() {
    String times = scalings.stream().map(ImportedScaling::clause).collect(Collectors.joining("; "));
    return Stream.of("Captured by %s, without scores of CoreYield".formatted(tool), times, loads())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "))
            .replaceFirst("; ", ": ")
        + ".";
  }

  private String loads() {
    if (segments.isEmpty()) {
      return "";
    }
    List<String> clauses =
        segments.stream().limit(MOST_IN_SENTENCE).map(ImportedFindings::busy).toList();
    int others = segments.size() - clauses.size();
    return "busy of %d logical CPUs, on average and at most: %s%s"
        .formatted(
            segments.getFirst().busyPercent().size(),
            Phrases.list(clauses),
            others == 0
                ? ""
                : "; the table has %s".formatted(Phrases.count(others, "more segment")));
  }

  private static String busy(SegmentLoad load) {
    return String.format(
        Locale.ROOT,
        "%.1f and %.1f in %s",
        load.busyCpus(),
        load.mostBusyCpus(),
        load.segment().what());
  }

  /** How far such a run can be trusted, in one sentence. */
  String trust() {
    String captured = segments.isEmpty() ? "" : "another tool captured the load";
    String timed = scalings.isEmpty() ? "" : "each program was timed by hand, once";
    return "How far to trust it: %s, so no figure has an interval; CoreYield measured nothing here, and nobody looked whether the machine was fit to measure."
        .formatted(Phrases.list(Stream.of(captured, timed).filter(s -> !s.isEmpty()).toList()));
  }
}
