package io.coreyield.analysis.report.tables;

import static io.coreyield.analysis.wording.Unit.ELEMENTS_PER_SECOND;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.YieldWords;
import java.util.List;

/** The tables of a run that another tool captured: no figure in them has an interval. */
public final class CapturedTables {

  private record Timed(CapturedScaling scaling, CapturedPoint point) {}

  private CapturedTables() {}

  static List<Table> all(CapturedFindings captured) {
    return List.of(timings(captured), knees(captured), segments(captured));
  }

  public static Table timings(CapturedFindings captured) {
    return new Columns<Timed>()
        .words("what", "What", t -> t.scaling.what())
        .count("workers", "Workers", t -> t.point.timing().workers())
        .count("elements", "Elements each", t -> t.point.timing().elements())
        .figure("real_seconds", "real", Unit.SECONDS, t -> t.point.timing().realSeconds())
        .figure("user_seconds", "user", Unit.SECONDS, t -> t.point.timing().userSeconds())
        .figure("system_seconds", "sys", Unit.SECONDS, t -> t.point.timing().systemSeconds())
        .figure(
            "elements_per_second",
            "Elements/s",
            ELEMENTS_PER_SECOND,
            t -> t.point.elementsPerSecond())
        .figure("speed_up", "Speed-up", Unit.FACTOR, t -> t.point.speedUp())
        .figure("efficiency", "Efficiency", Unit.PERCENT, t -> t.point.efficiency())
        .words("against", "Against one worker of", t -> base(t.scaling))
        .table(
            "timings",
            "What the user timed, and what more workers gave: no interval, one timing each.",
            captured.scalings().stream()
                .flatMap(scaling -> scaling.points().stream().map(p -> new Timed(scaling, p))));
  }

  private static String base(CapturedScaling scaling) {
    return scaling.base().isEmpty() ? "none was timed" : scaling.base();
  }

  public static Table knees(CapturedFindings captured) {
    return new Columns<CapturedScaling>()
        .words("what", "What", CapturedScaling::what)
        .measured("yield", "Yield beyond the cores", Unit.PERCENT, CapturedScaling::knee)
        .words(
            "category",
            "Category",
            scaling -> scaling.serial() ? "serial" : YieldWords.of(scaling.category()))
        .table(
            "timed-knees",
            "What workers beyond the cores add, by one timing each: the answers have no interval.",
            captured.scalings().stream());
  }

  public static Table segments(CapturedFindings captured) {
    return new Columns<SegmentLoad>()
        .words("what", "What", load -> load.segment().what())
        .words("file", "File", load -> load.segment().file())
        .figure("seconds", "Duration", Unit.SECONDS, SegmentLoad::seconds)
        .figure("busy_cpus", "Busy on average", Unit.CPUS, SegmentLoad::busyCpus)
        .figure("most_busy_cpus", "Busy at most", Unit.CPUS, SegmentLoad::maxBusyCpus)
        .figure("system_cpus", "In the kernel", Unit.CPUS, SegmentLoad::systemCpus)
        .figure("steal_cpus", "Steal", Unit.CPUS, SegmentLoad::stealCpus)
        .table(
            "segments",
            "How many logical CPUs were busy in each segment of the capture.",
            captured.segments().stream());
  }
}
