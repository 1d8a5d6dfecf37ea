package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.Imported;
import io.coreyield.analysis.model.Imported.Segment;
import io.coreyield.analysis.model.LoadSeries;
import io.coreyield.analysis.model.Run;
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

  /** How far such a run can be trusted. */
  static final String TRUST =
      "How far to trust it: another tool captured the load and each program was timed once or not at all, so no figure has an interval; CoreYield measured nothing here, and nobody looked whether the machine was fit to measure.";

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
    int cpus = segments.getFirst().busyPercent().size();
    List<String> clauses =
        segments.stream()
            .limit(MOST_IN_SENTENCE)
            .map(s ->
                String.format(
                    Locale.ROOT,
                    "%.1f (at most %.1f) in %s",
                    s.busyCpus(),
                    s.mostBusyCpus(),
                    s.segment().what()))
            .toList();
    int others = segments.size() - clauses.size();
    return "of %d logical CPUs were busy on average %s%s (no interval)"
        .formatted(
            cpus,
            Phrases.list(clauses),
            others == 0
                ? ""
                : ", and %s are in the table".formatted(Phrases.count(others, "more segment")));
  }
}
