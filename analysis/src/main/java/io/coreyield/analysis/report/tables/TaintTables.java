package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headline figures with and without their tainted iterations. */
public final class TaintTables {

  private static final String CAPTION =
      "with and without tainted iterations; the figure that leads stands everywhere else. ≠: they"
          + " differ by more than the interval.";

  private TaintTables() {}

  /** Of what siblings add; without those that nothing was measured of. */
  public static Table yields(List<SmtYield> yields) {
    return new Columns<SmtYield>()
        .words("kernel", "Kernel", yield -> yield.kernel().id())
        .words("model", "Model", yield -> yield.model().id())
        .words("estimator", "Estimator", yield -> yield.estimator().id())
        .cell(Column.share("tainted", "Tainted"), yield -> share(yield.taints()))
        .measured("with_tainted", "With", Unit.PERCENT, yield -> yield.taints().all())
        .measured("without_tainted", "Without", Unit.PERCENT, yield -> yield.taints().untainted())
        .words("leads", "Leads", yield -> leads(yield.taints()))
        .words(
            "disagreement",
            "To know",
            yield -> Caveats.disagreement(yield.taints(), Unit.PERCENT).orElse(""))
        .table(
            "yields-tainted",
            "What a sibling adds, " + CAPTION,
            yields.stream().filter(y -> y.taints().all().hasValue()));
  }

  /** Of throughput and speed-up. */
  static Table points(List<ScalingCurve> curves) {
    return new Columns<ScalingPoint>()
        .words("kernel", "Kernel", point -> point.configuration().kernel().id())
        .words("model", "Model", point -> point.configuration().model().id())
        .words("placement", "Placement", point -> point.configuration().placement().id())
        .words("scaling", "Scaling", point -> point.configuration().scaling().id())
        .count("workers", "Workers", point -> point.configuration().workers())
        .cell(Column.share("tainted", "Tainted"), point -> share(point.taints()))
        .measured(
            "with_tainted",
            "Elements/s, with",
            Unit.ELEMENTS_PER_SECOND,
            point -> point.taints().all())
        .measured(
            "without_tainted",
            "Without",
            Unit.ELEMENTS_PER_SECOND,
            point -> point.taints().untainted())
        .words("leads", "Leads", point -> leads(point.taints()))
        .cell(Column.share("speed_up_tainted", "Tainted"), point -> share(point.speedUpTaints()))
        .measured(
            "speed_up_with_tainted",
            "Speed-up, with",
            Unit.FACTOR,
            point -> point.speedUpTaints().all())
        .measured(
            "speed_up_without_tainted",
            "Without",
            Unit.FACTOR,
            point -> point.speedUpTaints().untainted())
        .words("speed_up_leads", "Leads", point -> leads(point.speedUpTaints()))
        .words(
            "disagreement",
            "To know",
            point -> disagreements(point.taints(), point.speedUpTaints()))
        .table(
            "scaling-tainted",
            "Throughput and speed-up " + CAPTION,
            curves.stream().flatMap(c -> c.points().stream()));
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
  public static Table shownThroughput(List<ScalingCurve> curves) {
    return points(curves)
        .without(
            "speed_up_tainted",
            "speed_up_with_tainted",
            "speed_up_without_tainted",
            "speed_up_leads",
            "disagreement");
  }

  /** For the page: speed-up alone. */
  public static Table shownSpeedUp(List<ScalingCurve> curves) {
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
