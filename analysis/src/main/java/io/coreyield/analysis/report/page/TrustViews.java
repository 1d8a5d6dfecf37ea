package io.coreyield.analysis.report.page;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.trust.AaControl;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.report.tables.LedgerTables;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.TaintTables;
import io.coreyield.analysis.report.tables.TrialTables;
import io.coreyield.analysis.report.tables.YieldTables;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.Fact;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.TrustWords;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets out how far the answer can be trusted. */
final class TrustViews {

  private TrustViews() {}

  static TrustView of(MeasuredFindings findings) {
    return of(PlainText.bound(TrustWords.sentence(findings)), findings);
  }

  static TrustView of(String sentence, MeasuredFindings findings) {
    String[] constant = constant(findings.curves());
    return new TrustView(
        sentence,
        TaintTables.yields(findings.yields()).without("disagreement"),
        TaintTables.shownThroughput(findings.curves()).without(constant),
        TaintTables.shownSpeedUp(findings.curves()).without(constant),
        disagreements(findings),
        control(findings.quality().control()),
        meaning(findings.quality().control()),
        controls(findings.yields()),
        LedgerTables.reasons(findings.quality().ledger()),
        LedgerTables.shownArms(findings.quality().ledger()),
        tainted(findings.quality().ledger()),
        TrialTables.forkFacts(findings.quality().forkStates()),
        TrialTables.neverSteady(findings.quality().forkStates()),
        YieldTables.clocksLead(findings.yields(), findings.allCoreClock()),
        YieldTables.clocks(findings.yields()));
  }

  /** Columns that say the same in every row. */
  private static String[] constant(List<ScalingCurve> curves) {
    boolean os = curves.stream().allMatch(c -> c.placement() == Placement.OS);
    boolean weak = curves.stream().allMatch(c -> c.scaling() == Scaling.WEAK);
    return Stream.of(os ? "placement" : "", weak ? "scaling" : "").toArray(String[]::new);
  }

  private static List<String> disagreements(MeasuredFindings findings) {
    Stream<Optional<String>> yields =
        findings.yields().stream()
            .map(y ->
                named(
                    "%s %s, %s".formatted(y.kernel(), y.model(), y.estimator()),
                    y.taints(),
                    Unit.PERCENT));
    Stream<Optional<String>> points =
        findings.curves().stream()
            .flatMap(curve -> curve.points().stream())
            .flatMap(p ->
                Stream.of(
                    named(p.configuration().label(), p.taints(), Unit.ELEMENTS_PER_SECOND),
                    named(
                        p.configuration().label() + ", speed-up", p.speedUpTaints(), Unit.FACTOR)));
    return Stream.concat(yields, points).flatMap(Optional::stream).map(PlainText::bound).toList();
  }

  private static Optional<String> named(String what, TaintCheck taints, Unit unit) {
    return Caveats.disagreement(taints, unit).map(words -> what + ": " + words);
  }

  private static List<Fact> control(AaControl control) {
    Configuration configuration = control.configuration();
    return configuration == null
        ? List.of()
        : List.of(
            new Fact("Configuration", configuration.label()),
            new Fact("Rounds with both names", Integer.toString(control.rounds())),
            new Fact("Second name over first", percent(control.difference())),
            new Fact("From first trial to last", percent(control.drift())));
  }

  private static String percent(Estimate change) {
    if (!change.hasValue()) {
      return Unit.NONE + " (" + change.reason() + ")";
    }
    String sign = change.value() > 0 ? "+" : "";
    String beside = change.hasInterval() ? Unit.PERCENT.interval(change) : change.reason();
    return "%s%s (%s)".formatted(sign, Unit.PERCENT.text(change.value()), beside);
  }

  /** What the A/A control says, in a sentence. */
  private static String meaning(AaControl control) {
    if (control.configuration() == null) {
      return "This run has no A/A control, so nothing shows whether the machine held still.";
    }
    if (control.excludesZero()) {
      return "One configuration under two names should not differ, nor should the end of the run"
          + " from its beginning. Here an interval excludes 0: the machine did not hold still, and"
          + " no figure of this run can be trusted.";
    }
    boolean told = control.difference().hasInterval() || control.drift().hasInterval();
    return told
        ? "One configuration under two names should not differ, nor should the end of the run from"
            + " its beginning. No interval excludes 0, as on a machine that holds still; of such"
            + " machines one in twenty fails by chance."
        : "The control has too few rounds to tell whether the machine held still.";
  }

  private static Table controls(List<SmtYield> yields) {
    return YieldTables.yields(
            yields.stream()
                .filter(y -> y.estimator() == Estimator.PAIRED && y.isPairMeasured())
                .toList())
        .without("estimator", "cores", "cores_there", "forks", "expected", "smallest_difference")
        .without("tainted", "position", "answer")
        .withoutUnmeasured()
        .named(
            "controls",
            "Floor: two workers on one logical CPU, 0 % in truth. Ceiling: two cores, 100 % where"
                + " nothing outside them is shared.");
  }

  private static String tainted(Ledger ledger) {
    int all = ledger.entries().size();
    if (all == 0) {
      return "No iteration counts for a figure.";
    }
    return ledger.tainted() == 0
        ? "None of %d measured iterations and blocks is tainted.".formatted(all)
        : "%d of %d measured iterations and blocks are tainted. They are left out where enough others are left, and never dropped in silence."
            .formatted(ledger.tainted(), all);
  }
}
