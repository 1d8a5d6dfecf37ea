package io.coreyield.analysis.report;

import io.coreyield.analysis.report.Table.Column;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.scaling.TaintCheck;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headline figures with and without their tainted iterations. */
final class TaintTables {

  private static final String CAPTION =
      "with and without tainted iterations; the figure that leads stands everywhere else. ≠: they"
          + " differ by more than the interval.";

  private TaintTables() {}

  /** Of what siblings add; without those that nothing was measured of. */
  static Table yields(List<SmtYield> yields) {
    return new Table(
        "yields-tainted",
        "What a sibling adds, " + CAPTION,
        List.of(
            Column.words("kernel", "Kernel"),
            Column.words("model", "Model"),
            Column.words("estimator", "Estimator"),
            Column.share("tainted", "Tainted"),
            Column.measured("with_tainted", "With"),
            Column.measured("without_tainted", "Without"),
            Column.words("leads", "Leads"),
            Column.words("disagreement", "To know")),
        yields.stream().filter(y -> y.taints().all().hasValue()).map(TaintTables::row).toList());
  }

  private static List<Cell> row(SmtYield yield) {
    TaintCheck taints = yield.taints();
    return List.of(
        new Cell.Words(yield.kernel().id()),
        new Cell.Words(yield.model().id()),
        new Cell.Words(yield.estimator().id()),
        share(taints),
        new Cell.Measured(taints.all(), Unit.PERCENT),
        new Cell.Measured(taints.untainted(), Unit.PERCENT),
        new Cell.Words(leads(taints)),
        new Cell.Words(Caveats.disagreement(taints, Unit.PERCENT).orElse("")));
  }

  /** Of throughput and speed-up. */
  static Table points(List<ScalingCurve> curves) {
    return new Table(
        "scaling-tainted",
        "Throughput and speed-up " + CAPTION,
        List.of(
            Column.words("kernel", "Kernel"),
            Column.words("model", "Model"),
            Column.words("placement", "Placement"),
            Column.words("scaling", "Scaling"),
            Column.number("workers", "Workers"),
            Column.share("tainted", "Tainted"),
            Column.measured("with_tainted", "Elements/s, with"),
            Column.measured("without_tainted", "Without"),
            Column.words("leads", "Leads"),
            Column.share("speed_up_tainted", "Tainted"),
            Column.measured("speed_up_with_tainted", "Speed-up, with"),
            Column.measured("speed_up_without_tainted", "Without"),
            Column.words("speed_up_leads", "Leads"),
            Column.words("disagreement", "To know")),
        curves.stream().flatMap(c -> c.points().stream()).map(TaintTables::row).toList());
  }

  private static List<Cell> row(ScalingPoint point) {
    TaintCheck throughput = point.taints();
    TaintCheck speedUp = point.speedUpTaints();
    return List.of(
        new Cell.Words(point.configuration().kernel().id()),
        new Cell.Words(point.configuration().model().id()),
        new Cell.Words(point.configuration().placement().id()),
        new Cell.Words(point.configuration().scaling().id()),
        new Cell.Count(point.configuration().workers()),
        share(throughput),
        new Cell.Measured(throughput.all(), Unit.ELEMENTS_PER_SECOND),
        new Cell.Measured(throughput.untainted(), Unit.ELEMENTS_PER_SECOND),
        new Cell.Words(leads(throughput)),
        share(speedUp),
        new Cell.Measured(speedUp.all(), Unit.FACTOR),
        new Cell.Measured(speedUp.untainted(), Unit.FACTOR),
        new Cell.Words(leads(speedUp)),
        new Cell.Words(disagreements(throughput, speedUp)));
  }

  /** How many are tainted, of all that count; marked where the two figures disagree. */
  static Cell share(TaintCheck taints) {
    return new Cell.Share(taints.tainted(), taints.iterations(), taints.disagrees());
  }

  /** The same of a point: marked where either of its figures disagrees. */
  static Cell share(ScalingPoint point) {
    TaintCheck taints = point.taints();
    boolean differ = taints.disagrees() || point.speedUpTaints().disagrees();
    return new Cell.Share(taints.tainted(), taints.iterations(), differ);
  }

  /** For the page: throughput alone; its sentences stand elsewhere. */
  static Table shownThroughput(List<ScalingCurve> curves) {
    return points(curves)
        .without(
            "speed_up_tainted",
            "speed_up_with_tainted",
            "speed_up_without_tainted",
            "speed_up_leads",
            "disagreement");
  }

  /** For the page: speed-up alone. */
  static Table shownSpeedUp(List<ScalingCurve> curves) {
    return points(curves)
        .without("tainted", "with_tainted", "without_tainted", "leads", "disagreement")
        .named("speed-up-tainted", "Speed-up over one worker; counts are of both.");
  }

  private static String leads(TaintCheck taints) {
    return taints.tainted() == 0 ? "" : taints.leads() ? "without" : "with";
  }

  private static String disagreements(TaintCheck throughput, TaintCheck speedUp) {
    return Stream.concat(
            Caveats.disagreement(throughput, Unit.ELEMENTS_PER_SECOND).stream(),
            Caveats.disagreement(speedUp, Unit.FACTOR).stream())
        .collect(Collectors.joining("; "));
  }
}
