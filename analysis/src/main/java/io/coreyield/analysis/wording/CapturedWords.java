package io.coreyield.analysis.wording;

import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.ApparentCores;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.findings.yields.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run that another tool captured says. */
public final class CapturedWords {

  /** A sentence with more figures is a table. */
  private static final int MAX_SEGMENTS = 4;

  private static final int MAX_GAINS = 6;

  private CapturedWords() {}

  static String answer(Answer.Captured captured) {
    String times =
        captured.scalings().stream().map(CapturedWords::clause).collect(Collectors.joining("; "));
    return Stream.of(
                "Imported from %s, without scores of CoreYield".formatted(captured.tool()),
                times,
                loads(captured.segments()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "))
            .replaceFirst("; ", ": ")
        + ".";
  }

  private static String loads(List<SegmentLoad> segments) {
    if (segments.isEmpty()) {
      return "";
    }
    List<String> clauses = segments.stream().limit(MAX_SEGMENTS).map(CapturedWords::busy).toList();
    int others = segments.size() - clauses.size();
    return "busy of %s logical CPUs, on average and at most: %s%s"
        .formatted(
            logicalCpus(segments),
            Phrases.list(clauses),
            others == 0 ? "" : "; the table has " + Phrases.count(others, "more segment"));
  }

  /** {@code 8}; {@code 2 to 4} where some come and go. */
  private static String logicalCpus(List<SegmentLoad> segments) {
    IntSummaryStatistics cpus =
        segments.stream().mapToInt(SegmentLoad::logicalCpus).summaryStatistics();
    return cpus.getMin() == cpus.getMax()
        ? String.valueOf(cpus.getMax())
        : "%d to %d".formatted(cpus.getMin(), cpus.getMax());
  }

  private static String busy(SegmentLoad load) {
    return String.format(
        Locale.ROOT,
        "%.1f and %.1f in %s",
        load.busyCpus(),
        load.maxBusyCpus(),
        load.segment().what());
  }

  /** How far such a run can be trusted, in one sentence. */
  static String trust(CapturedFindings captured) {
    List<String> sources = new ArrayList<>();
    if (!captured.segments().isEmpty()) {
      sources.add("another tool captured the load");
    }
    if (captured.scalings().stream().anyMatch(program -> !program.isCurve())) {
      sources.add("each program was timed by hand, once");
    }
    if (captured.scalings().stream().anyMatch(CapturedScaling::isCurve)) {
      sources.add("each number of workers of a curve has one figure");
    }
    return "Trust is limited: %s, so no figure has an interval; CoreYield measured nothing here, and machine fitness was not checked."
        .formatted(Phrases.list(sources));
  }

  /** What the timings of one program say, in one clause without its full stop. */
  public static String clause(CapturedScaling program) {
    return "%s (no interval: %s): %s"
        .formatted(
            program.what(),
            program.reason(),
            Stream.of(body(program), cores(program))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; ")));
  }

  /**
   * What a curve says of the declared cores, in one clause; empty where there is nothing to say.
   */
  private static String cores(CapturedScaling program) {
    ApparentCores cores = program.cores();
    if (cores == null) {
      return "";
    }
    String declared = Phrases.count(cores.declared(), "core");
    return switch (cores.agreement()) {
      case AS_DECLARED -> "this fits the %s that the machine declares".formatted(declared);
      case MORE_CORES ->
          "this contradicts the %s that the machine declares: the curve is that of %s"
              .formatted(declared, Phrases.count(cores.apparent(), "core"));
      case FEWER_CORES ->
          "this contradicts the %s that the machine declares: beyond %s each adds %s of what one adds before, so workers may share cores of the host, or something holds them back"
              .formatted(declared, Phrases.count(cores.apparent(), "worker"), bend(cores));
      case UNKNOWN -> "";
    };
  }

  private static String bend(ApparentCores cores) {
    return cores.bend() == null
        ? Unit.NONE
        : String.format(Locale.ROOT, "%.0f %%", 100 * cores.bend().further());
  }

  private static String body(CapturedScaling program) {
    if (program.serial()) {
      return serial(program);
    }
    String gains = gains(program);
    String beyond =
        program.knee().hasValue()
            ? "workers beyond the cores add %s (category: %s)"
                .formatted(Unit.percent(program.knee()), YieldWords.of(program.category()))
            : "what workers beyond the cores add is unknown (%s)"
                .formatted(program.knee().reason());
    return gains.isEmpty() ? beyond : gains + "; " + beyond;
  }

  private static String serial(CapturedScaling program) {
    if (program.base().isEmpty()) {
      return "more workers get no more done a second than few, so they do not run at once: no yield to tell";
    }
    CapturedPoint worst =
        several(program).min(Comparator.comparingDouble(CapturedPoint::speedUp)).orElseThrow();
    return String.format(
        Locale.ROOT,
        "%d workers take %s one would for the same work%s, %.2f× its speed, so they do not run at once: no yield to tell",
        worst.workers(),
        worst.speedUp() < 1 - Category.MARGIN ? "longer than" : "as long as",
        against(program),
        worst.speedUp());
  }

  private static String against(CapturedScaling program) {
    return program.base().equals(program.what()) ? "" : " (one of %s)".formatted(program.base());
  }

  private static String gains(CapturedScaling program) {
    if (program.base().isEmpty()) {
      return "";
    }
    List<String> gains =
        new ArrayList<>(
            several(program)
                .limit(MAX_GAINS)
                .map(p -> String.format(Locale.ROOT, "%d %.2f×", p.workers(), p.speedUp()))
                .toList());
    if (!gains.isEmpty()) {
      String first = gains.getFirst().replace(" ", " workers do ");
      gains.set(0, first + " the work of one" + against(program));
    }
    return Phrases.list(gains);
  }

  private static Stream<CapturedPoint> several(CapturedScaling program) {
    return program.milestones().stream().filter(p -> p.workers() > 1);
  }
}
