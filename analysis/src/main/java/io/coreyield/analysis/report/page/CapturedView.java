package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.load.CapturedLoad;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Captured.Segment;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.report.page.Page.LoadView;
import io.coreyield.analysis.report.tables.CapturedTables;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.wording.Fact;
import io.coreyield.analysis.wording.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the page shows of a run that another tool captured.
 *
 * @param tool that captured it
 * @param timings of programs
 * @param knees what workers beyond the cores add
 * @param segments how busy the machine was in each
 * @param maps the load of each of the first segments
 * @param more how many segments have no map on the page
 * @param coresTold whether the user says which logical CPUs share a core
 */
public record CapturedView(
    String tool,
    Table timings,
    Table knees,
    Table segments,
    List<SegmentMap> maps,
    int more,
    boolean coresTold) {

  /** More maps than this make a page of nothing else. */
  static final int MAX_MAPS = 24;

  private static final double MAP_HEIGHT = 128;

  /** The load of one segment, and what was in it. */
  public record SegmentMap(String heading, String note, LoadView load) {}

  /** Copies the list. */
  public CapturedView {
    maps = List.copyOf(maps);
  }

  static CapturedView of(CapturedFindings findings) {
    List<SegmentMap> maps = maps(findings.run(), findings.segments());
    return new CapturedView(
        findings.tool(),
        CapturedTables.timings(findings),
        CapturedTables.knees(findings),
        CapturedTables.segments(findings),
        maps,
        findings.segments().size() - maps.size(),
        findings.run().info().machine().topology().hasSiblings());
  }

  private static List<SegmentMap> maps(Run run, List<SegmentLoad> segments) {
    List<SegmentMap> maps = new ArrayList<>();
    for (SegmentLoad segment : segments.stream().limit(MAX_MAPS).toList()) {
      LoadSeries part = CapturedLoad.of(run.load(), segment.segment());
      LoadMap.of(run.info().machine().topology(), part)
          .map(map -> LoadView.of(map, MAP_HEIGHT, Math.min(MAX_MAPS, segments.size())))
          .ifPresent(
              view -> maps.add(new SegmentMap(segment.segment().what(), note(run, segment), view)));
    }
    return maps;
  }

  private static String note(Run run, SegmentLoad load) {
    Segment segment = load.segment();
    return String.format(
        Locale.ROOT,
        "%s%s: %.1f of %d logical CPUs busy on average, %.1f at most",
        segment.file(),
        isDated(run.info())
            ? ", from " + Quantities.utc(run.info().clock().toUtc(segment.startNs()))
            : "",
        load.busyCpus(),
        load.busyPercent().size(),
        load.maxBusyCpus());
  }

  /** Whether the times of all segments are those of a clock. */
  private static boolean isDated(RunInfo info) {
    return info.warnings().stream().noneMatch(w -> w.code().equals(Captured.UNDATED));
  }

  /** The machine as far as the capture and the user tell. */
  static List<Fact> machine(RunInfo info) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Processor", info.machine().cpu()));
    boolean told = info.machine().topology().hasSiblings();
    facts.add(
        new Fact(
            "Topology",
            told
                ? info.machine().topology().summary() + ", as the user says"
                : "which logical CPUs share a core is not known"));
    facts.add(new Fact("Logical CPUs", Integer.toString(info.machine().topology().logicalCpus())));
    addKnown(facts, "System", info.environment().os().name());
    addKnown(facts, "Kernel", info.environment().os().kernelVersion());
    addKnown(facts, "Architecture", info.environment().os().architecture());
    return facts;
  }

  private static void addKnown(List<Fact> facts, String term, String text) {
    if (!text.equals(RunInfo.NOT_KNOWN)) {
      facts.add(new Fact(term, text));
    }
  }

  /** How the run was made. */
  static List<Fact> facts(CapturedFindings findings) {
    RunInfo info = findings.run().info();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Captured by", findings.tool()));
    facts.add(new Fact("Segments", Integer.toString(findings.segments().size())));
    boolean dated = isDated(info) && !findings.segments().isEmpty();
    facts.add(new Fact("Start", dated ? Quantities.utc(info.start()) : RunInfo.NOT_KNOWN));
    if (dated && info.end() != null) {
      facts.add(new Fact("End", Quantities.utc(info.end())));
    }
    facts.add(new Fact("Imported by", "CoreYield " + info.toolVersion()));
    facts.add(new Fact("Command line", String.join(" ", info.commandLine())));
    return facts;
  }
}
