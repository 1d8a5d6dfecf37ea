package io.coreyield.analysis.report.terminal;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Throughput per model and workers for a terminal, in as many lines as there is room for. */
final class SummaryTable {

  private SummaryTable() {}

  /**
   * The table of the first kernel. Where room is short, the key worker counts stay: one, the
   * physical cores, the logical CPUs.
   *
   * @param key worker counts to keep, the most important last; at least one
   * @param room the most lines to take
   */
  static List<String> lines(List<ScalingCurve> curves, List<Integer> key, int room) {
    if (curves.isEmpty()) {
      return List.of("No configuration has a result yet.");
    }
    List<ScalingCurve> shown = firstFigure(curves);
    List<String> lines = new ArrayList<>();
    lines.add(title(shown.getFirst(), curves.size() > shown.size()));
    lines.add(row("model", "workers", "elements/s", "95 % interval", "speed-up", "efficiency"));
    List<ScalingPoint> points = fitting(shown, key, room - 3);
    points.stream().map(SummaryTable::row).forEach(lines::add);
    long left = shown.stream().mapToLong(c -> c.points().size()).sum() - points.size();
    if (left > 0) {
      lines.add("  and %d more in the report".formatted(left));
    }
    return lines;
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
    return "The %s kernel, placement %s, %s scaling%s:"
        .formatted(
            curve.kernel().id(),
            curve.placement().id(),
            curve.scaling().id(),
            more ? " (the others are in the report)" : "");
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

  private static String row(ScalingPoint point) {
    Estimate throughput = point.elementsPerSecond();
    String interval = Unit.ELEMENTS_PER_SECOND.interval(throughput).replace("/s", "");
    return row(
        point.configuration().model().id(),
        Integer.toString(point.configuration().workers()),
        Unit.ELEMENTS_PER_SECOND.text(throughput.value()).replace("/s", ""),
        interval.isEmpty() ? Unit.NONE : interval,
        Unit.FACTOR.text(point.speedUp().value()),
        Unit.PERCENT.text(point.efficiency().value()));
  }

  private static String row(String... cells) {
    return String.format(Locale.ROOT, "  %-12s %7s %11s %21s %9s %11s", (Object[]) cells)
        .replace('\u00a0', ' ');
  }
}
