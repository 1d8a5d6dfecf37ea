package io.coreyield.analysis.report.page;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.report.tables.LedgerTables;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.TaintTables;
import io.coreyield.analysis.report.tables.TrialTables;
import io.coreyield.analysis.report.tables.YieldTables;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.ControlWords;
import io.coreyield.analysis.wording.Fact;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.RunFacts;
import io.coreyield.analysis.wording.YieldWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far the answer can be trusted.
 *
 * @param taints figures with and without tainted iterations
 * @param controls of the run
 * @param ledger why iterations are tainted
 * @param forks how many reached a steady state
 * @param unsteady forks that never did
 * @param clock of the cores
 * @param idle how busy the machine was when it should have been idle
 * @param leftOut what was not run, by reason
 */
public record TrustView(
    Taints taints,
    Controls controls,
    Ledger ledger,
    List<Fact> forks,
    Table unsteady,
    Clock clock,
    List<Fact> idle,
    List<LeftOut> leftOut) {

  /**
   * Figures with and without tainted iterations.
   *
   * @param disagreements figures whose two values differ by more than the interval
   * @param yields what siblings add
   * @param throughput of every configuration
   * @param speedUp of every configuration
   */
  public record Taints(List<String> disagreements, Table yields, Table throughput, Table speedUp) {}

  /**
   * Controls.
   *
   * @param meaning of the A/A control
   * @param facts of the A/A control
   * @param yields floor and ceiling of every yield of pairs
   */
  public record Controls(String meaning, List<Fact> facts, Table yields) {}

  /**
   * Tainted iterations.
   *
   * @param lead how many
   * @param reasons for a taint that occurred, and how often
   * @param absent reasons that did not occur
   * @param arms that have tainted iterations
   */
  public record Ledger(String lead, Table reasons, List<String> absent, Table arms) {}

  /** Configurations that were not run for one reason. */
  public record LeftOut(String reason, List<String> labels) {

    static List<LeftOut> of(List<Plan.LeftOut> all) {
      return all.stream()
          .collect(
              Collectors.groupingBy(
                  Plan.LeftOut::reason,
                  LinkedHashMap::new,
                  Collectors.mapping(Plan.LeftOut::label, Collectors.toList())))
          .entrySet()
          .stream()
          .map(e -> new LeftOut(e.getKey(), e.getValue()))
          .toList();
    }
  }

  /** The clock when all cores work, in a sentence, and in each arm. */
  public record Clock(String lead, Table arms) {}

  static TrustView of(MeasuredFindings findings) {
    return new TrustView(
        new Taints(
            Caveats.disagreements(findings).stream().map(s -> PlainText.bound(s) + ".").toList(),
            TaintTables.yields(findings.yields()).without("disagreement"),
            TaintTables.shownThroughput(findings.curves()).withoutDefaults(),
            TaintTables.shownSpeedUp(findings.curves()).withoutDefaults()),
        new Controls(
            ControlWords.meaning(findings.quality().control()),
            ControlWords.facts(findings.quality().control()),
            controls(findings.yields())),
        new Ledger(
            ControlWords.tainted(findings.quality().ledger()),
            LedgerTables.shownReasons(findings.quality().ledger()),
            LedgerTables.absent(findings.quality().ledger()),
            LedgerTables.shownArms(findings.quality().ledger())),
        TrialTables.forkFacts(findings.quality().forkStates()),
        TrialTables.neverSteady(findings.quality().forkStates()),
        new Clock(
            YieldTables.clocksLead(findings.yields(), findings.allCoreClock()),
            YieldTables.clocks(findings.yields())),
        RunFacts.idle(findings),
        LeftOut.of(findings.run().info().plan().leftOut()));
  }

  private static Table controls(List<SmtYield> yields) {
    return YieldTables.yields(
            yields.stream()
                .filter(y -> y.estimator() == Estimator.PAIRED && y.isPairMeasured())
                .toList())
        .without("estimator", "cores", "cores_there", "forks", "expected", "smallest_difference")
        .without("tainted", "place", "category", "trust")
        .withoutUnmeasured()
        .named("controls", YieldWords.CONTROLS);
  }
}
