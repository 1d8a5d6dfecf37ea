package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Headline figures with and without their tainted iterations. */
public final class TaintTables {

  private static final String CAPTION =
      "with and without tainted iterations; all other outputs show the figure that leads. ≠: they"
          + " differ by more than the interval.";

  private TaintTables() {}

  /** The yields that have a value. */
  public static Table yields(List<SmtYield> yields) {
    return YieldTables.kernelAndModel()
        .words("estimator", "Estimator", y -> y.estimator().id())
        .share("tainted", "Tainted", y -> share(y.taints()))
        .measured("with_tainted", "With", Unit.PERCENT, y -> y.taints().all())
        .measured("without_tainted", "Without", Unit.PERCENT, y -> y.taints().untainted())
        .words("leads", "Leads", y -> leads(y.taints()))
        .words(
            "disagreement", "Note", y -> Caveats.disagreement(y.taints(), Unit.PERCENT).orElse(""))
        .table(
            "yields-tainted",
            "What a sibling adds, " + CAPTION,
            yields.stream().filter(y -> y.taints().all().hasValue()));
  }

  static Table points(List<ScalingCurve> curves) {
    return new Columns<ScalingPoint>()
        .configuration(ScalingPoint::configuration)
        .share("tainted", "Tainted", p -> share(p.taints()))
        .measured(
            "with_tainted", "Elements/s, with", Unit.ELEMENTS_PER_SECOND, p -> p.taints().all())
        .measured(
            "without_tainted", "Without", Unit.ELEMENTS_PER_SECOND, p -> p.taints().untainted())
        .words("leads", "Leads", p -> leads(p.taints()))
        .share("speed_up_tainted", "Tainted", p -> share(p.speedUpTaints()))
        .measured(
            "speed_up_with_tainted", "Speed-up, with", Unit.FACTOR, p -> p.speedUpTaints().all())
        .measured(
            "speed_up_without_tainted", "Without", Unit.FACTOR, p -> p.speedUpTaints().untainted())
        .words("speed_up_leads", "Leads", p -> leads(p.speedUpTaints()))
        .words("disagreement", "Note", p -> disagreements(p.taints(), p.speedUpTaints()))
        .table(
            "scaling-tainted",
            "Throughput and speed-up " + CAPTION,
            curves.stream().flatMap(c -> c.points().stream()));
  }

  /** How many are tainted, of all that count; marked where the two figures disagree. */
  static Cell.Share share(TaintCheck taints) {
    return new Cell.Share(taints.tainted(), taints.iterations(), taints.disagrees());
  }

  /** The same of a point: marked where either of its figures disagrees. */
  static Cell.Share share(ScalingPoint point) {
    TaintCheck taints = point.taints();
    boolean differ = taints.disagrees() || point.speedUpTaints().disagrees();
    return new Cell.Share(taints.tainted(), taints.iterations(), differ);
  }

  /** For the page: throughput alone, without sentences. */
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
