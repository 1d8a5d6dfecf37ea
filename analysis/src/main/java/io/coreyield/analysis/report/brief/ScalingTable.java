package io.coreyield.analysis.report.brief;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.report.brief.BriefTable.Column;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Throughput per model and workers, of the first kernel. */
final class ScalingTable {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("model", 0),
          Column.number("workers", 0),
          Column.number("speed-up", 1),
          Column.number("95 % interval", 2),
          Column.number("elements/s", 3),
          Column.number("efficiency", 4));

  private ScalingTable() {}

  /**
   * The table. Where room is short, the key worker counts stay: one, the physical cores, the
   * logical CPUs.
   *
   * @param curves at least one
   * @param room the most rows to take
   */
  static BriefTable of(List<ScalingCurve> curves, Topology topology, int room) {
    List<ScalingCurve> shown = firstFigure(curves);
    List<Integer> key = List.of(1, topology.physicalCores(), topology.logicalCpus());
    List<ScalingPoint> points = fitting(shown, key, room);
    int all = shown.stream().mapToInt(c -> c.points().size()).sum();
    return new BriefTable(
        title(shown.getFirst(), curves.size() > shown.size()),
        COLUMNS,
        points.stream().map(ScalingTable::row).toList(),
        all - points.size());
  }

  private static List<ScalingCurve> firstFigure(List<ScalingCurve> curves) {
    ScalingCurve first = curves.getFirst();
    return curves.stream()
        .filter(c -> c.kernel() == first.kernel())
        .filter(c -> c.placement() == first.placement())
        .filter(c -> c.scaling() == first.scaling())
        .toList();
  }

  private static String title(ScalingCurve curve, boolean more) {
    return "The %s kernel%s%s%s"
        .formatted(
            curve.kernel().id(),
            curve.placement() == Placement.OS ? "" : ", placement " + curve.placement().id(),
            curve.scaling() == Scaling.WEAK ? "" : ", %s scaling".formatted(curve.scaling().id()),
            more ? " (others are in the report)" : "");
  }

  private static List<ScalingPoint> fitting(
      List<ScalingCurve> curves, List<Integer> key, int room) {
    List<List<ScalingPoint>> choices =
        Stream.<Predicate<Integer>>of(
                _ -> true,
                key::contains,
                key.subList(1, key.size())::contains,
                key.getLast()::equals)
            .map(choice -> points(curves, choice))
            .filter(points -> !points.isEmpty())
            .toList();
    return choices.stream()
        .filter(points -> points.size() <= room)
        .findFirst()
        .or(() -> choices.stream().reduce((_, last) -> last))
        .orElse(List.of())
        .stream()
        .limit(Math.max(0, room))
        .toList();
  }

  private static List<ScalingPoint> points(List<ScalingCurve> curves, Predicate<Integer> workers) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .filter(point -> workers.test(point.configuration().workers()))
        .toList();
  }

  private static List<String> row(ScalingPoint point) {
    Estimate throughput = point.elementsPerSecond();
    return List.of(
        point.configuration().model().id(),
        Integer.toString(point.configuration().workers()),
        Unit.FACTOR.text(point.speedUp().value()),
        YieldTable.interval(Unit.FACTOR, point.speedUp()),
        PlainText.unbound(Unit.ELEMENTS_PER_SECOND.text(throughput.value())).replace("/s", ""),
        PlainText.unbound(Unit.PERCENT.text(point.efficiency().value())));
  }
}
