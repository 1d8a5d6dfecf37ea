package io.coreyield.analysis.report.json;

import io.coreyield.analysis.findings.trust.AaControl;
import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.stats.SteadyState.Kind;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How far the answer can be trusted, in {@code verdict.json}. */
public final class TrustJson {

  private TrustJson() {}

  /** The level and its one reason. */
  public static void trust(ObjectNode node, Trust trust) {
    node.put("level", trust.level().id());
    node.put("reason", trust.reason().map(DoubtWords::reason).orElse(null));
  }

  static void control(ObjectNode node, AaControl control) {
    Configuration configuration = control.configuration();
    node.put("configuration", configuration == null ? null : configuration.label());
    node.put("rounds", control.rounds());
    JsonFigures.figureWithReason(node, "difference", control.difference());
    JsonFigures.object(node, "drift", control.drift());
    node.put("excludesZero", control.excludesZero());
  }

  static void ledger(ObjectNode node, Ledger ledger) {
    node.put("iterations", ledger.entries().size());
    node.put("tainted", ledger.tainted());
    JsonFigures.list(
        node,
        "taints",
        List.of(Taint.values()),
        (one, taint) -> one.put("taint", taint.id()).put("iterations", ledger.tainted(taint)));
  }

  static void forks(ObjectNode node, List<ForkState> forks) {
    for (Kind kind : Kind.values()) {
      node.put(name(kind), ForkState.count(forks, kind));
    }
    node.put("trimmedIterations", ForkState.trimmed(forks));
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case FLAT -> "flat";
      case WARM_UP -> "warmUp";
      case SLOWDOWN -> "slowdown";
      case NO_STEADY_STATE -> "noSteadyState";
      case UNKNOWN -> "unknown";
    };
  }

  /** A figure with and without tainted iterations. */
  static void taints(ObjectNode node, TaintCheck taints, Unit unit) {
    node.put("iterations", taints.iterations());
    node.put("tainted", taints.tainted());
    JsonFigures.object(node, "withTainted", taints.all());
    JsonFigures.object(node, "withoutTainted", taints.untainted());
    node.put("leads", taints.leads() ? "withoutTainted" : "withTainted");
    node.put("disagreement", Caveats.disagreement(taints, unit).orElse(null));
  }
}
