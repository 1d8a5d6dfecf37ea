package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.model.trial.Captured.Timing;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a run that another tool captured: no figure in them has an interval. */
public final class CapturedTables {

  private CapturedTables() {}

  static List<Table> all(CapturedFindings imported) {
    return List.of(timings(imported), knees(imported), segments(imported));
  }

  public static Table timings(CapturedFindings imported) {
    return new Table(
        "timings",
        "What the user timed, and what more workers gave: no interval, one timing each.",
        List.of(
            Column.words("what", "What"),
            Column.number("workers", "Workers"),
            Column.number("elements", "Elements each"),
            Column.number("real_seconds", "real"),
            Column.number("user_seconds", "user"),
            Column.number("system_seconds", "sys"),
            Column.number("elements_per_second", "Elements/s"),
            Column.number("speed_up", "Speed-up"),
            Column.number("efficiency", "Efficiency"),
            Column.words("against", "Against one worker of")),
        imported.scalings().stream().flatMap(CapturedTables::rows).toList());
  }

  private static Stream<List<Cell>> rows(CapturedScaling scaling) {
    return scaling.points().stream().map(point -> row(scaling, point));
  }

  private static List<Cell> row(CapturedScaling scaling, CapturedPoint point) {
    Timing timing = point.timing();
    return List.of(
        new Cell.Words(scaling.what()),
        new Cell.Count(timing.workers()),
        new Cell.Count(timing.elements()),
        new Cell.Figure(timing.realSeconds(), Unit.SECONDS),
        new Cell.Figure(timing.userSeconds(), Unit.SECONDS),
        new Cell.Figure(timing.systemSeconds(), Unit.SECONDS),
        new Cell.Figure(point.elementsPerSecond(), Unit.ELEMENTS_PER_SECOND),
        new Cell.Figure(point.speedUp(), Unit.FACTOR),
        new Cell.Figure(point.efficiency(), Unit.PERCENT),
        new Cell.Words(scaling.base().isEmpty() ? "none was timed" : scaling.base()));
  }

  public static Table knees(CapturedFindings imported) {
    return new Table(
        "timed-knees",
        "What workers beyond the cores add, by one timing each: a word for a point, and no verdict with an interval.",
        List.of(
            Column.words("what", "What"),
            Column.measured("yield", "Yield beyond the cores"),
            Column.words("word", "In a word")),
        imported.scalings().stream()
            .map(scaling ->
                List.<Cell>of(
                    new Cell.Words(scaling.what()),
                    new Cell.Measured(scaling.knee(), Unit.PERCENT),
                    new Cell.Words(scaling.verdict().id())))
            .toList());
  }

  public static Table segments(CapturedFindings imported) {
    return new Columns<SegmentLoad>()
        .words("what", "What", load -> load.segment().what())
        .words("file", "File", load -> load.segment().file())
        .figure("seconds", "Lasted", Unit.SECONDS, load -> load.seconds())
        .figure("busy_cpus", "Busy on average", Unit.CPUS, load -> load.busyCpus())
        .figure("most_busy_cpus", "Busy at most", Unit.CPUS, load -> load.maxBusyCpus())
        .figure("system_cpus", "In the kernel", Unit.CPUS, load -> load.systemCpus())
        .figure("steal_cpus", "Steal", Unit.CPUS, load -> load.stealCpus())
        .table(
            "segments",
            "How many logical CPUs were busy in each segment of the capture.",
            imported.segments().stream());
  }
}
