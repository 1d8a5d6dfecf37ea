package io.coreyield.analysis.report.tables;

import static io.coreyield.analysis.wording.Unit.ELEMENTS_PER_SECOND;

import io.coreyield.analysis.findings.ApparentCores;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.load.SegmentLoad;
import io.coreyield.analysis.model.trial.Captured.Timing;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.YieldWords;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The tables of a run that another tool captured: no figure in them has an interval. */
public final class CapturedTables {

  private record Timed(CapturedScaling scaling, CapturedPoint point, Timing timing) {

    static Stream<Timed> of(CapturedScaling scaling, CapturedPoint point) {
      return Stream.ofNullable(point.timing()).map(timing -> new Timed(scaling, point, timing));
    }
  }

  private record OnCurve(CapturedScaling scaling, CapturedPoint point) {}

  private CapturedTables() {}

  static List<Table> all(CapturedFindings captured) {
    return List.of(timings(captured), curves(captured), knees(captured), segments(captured));
  }

  public static Table timings(CapturedFindings captured) {
    return new Columns<Timed>()
        .words("what", "What", t -> t.scaling.what())
        .count("workers", "Workers", t -> t.timing.workers())
        .count("elements", "Elements each", t -> t.timing.elements())
        .figure("real_seconds", "real", Unit.SECONDS, t -> t.timing.realSeconds())
        .figure("user_seconds", "user", Unit.SECONDS, t -> t.timing.userSeconds())
        .figure("system_seconds", "sys", Unit.SECONDS, t -> t.timing.systemSeconds())
        .figure("elements_per_second", "Elements/s", ELEMENTS_PER_SECOND, t -> t.point.perSecond())
        .figure("speed_up", "Speed-up", Unit.FACTOR, t -> t.point.speedUp())
        .figure("efficiency", "Efficiency", Unit.PERCENT, t -> t.point.efficiency())
        .words("against", "Against one worker of", t -> base(t.scaling))
        .table(
            "timings",
            "What the user timed, and what more workers gave: no interval, one timing each.",
            captured.scalings().stream()
                .flatMap(scaling -> scaling.points().stream().flatMap(p -> Timed.of(scaling, p))));
  }

  public static Table curves(CapturedFindings captured) {
    return new Columns<OnCurve>()
        .words("what", "What", row -> row.scaling.what())
        .count("workers", "Workers", row -> row.point.workers())
        .figure("per_second", "Throughput", ELEMENTS_PER_SECOND, row -> row.point.perSecond())
        .words("unit", "Counted", row -> row.scaling.unit())
        .figure("speed_up", "Speed-up", Unit.FACTOR, row -> row.point.speedUp())
        .figure("efficiency", "Efficiency", Unit.PERCENT, row -> row.point.efficiency())
        .table(
            "curves",
            "Throughput as another tool measured it: no interval, one figure each.",
            captured.scalings().stream()
                .filter(CapturedScaling::isCurve)
                .flatMap(scaling -> scaling.points().stream().map(p -> new OnCurve(scaling, p))));
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
        .words("declared_cores", "Declared cores", row -> cores(row, ApparentCores::declared))
        .words("apparent_cores", "Cores by the curve", row -> cores(row, ApparentCores::apparent))
        .table(
            "timed-knees",
            "What workers beyond the cores add, by one figure each: the answers have no interval.",
            captured.scalings().stream());
  }

  /** Only of a curve whose machine declares them. */
  private static String cores(CapturedScaling scaling, ToIntFunction<ApparentCores> count) {
    ApparentCores cores = scaling.cores();
    return cores == null || cores.agreement() == ApparentCores.Agreement.UNKNOWN
        ? Unit.NONE
        : Integer.toString(count.applyAsInt(cores));
  }

  public static Table segments(CapturedFindings captured) {
    return new Columns<SegmentLoad>()
        .words("what", "What", load -> load.segment().what())
        .words("file", "File", load -> load.segment().file())
        .figure("seconds", "Duration", Unit.SECONDS, SegmentLoad::seconds)
        .count("logical_cpus", "Logical CPUs", SegmentLoad::logicalCpus)
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
