package io.coreyield.analysis.report.json;

import io.coreyield.analysis.findings.trust.AaControl;
import io.coreyield.analysis.findings.trust.ForkState;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.stats.SteadyState.Kind;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How far the answer can be trusted, in {@code verdict.json}. */
final class TrustJson {

  private TrustJson() {}

  static void control(ObjectNode node, AaControl control) {
    Configuration configuration = control.configuration();
    node.put("configuration", configuration == null ? null : configuration.label());
    node.put("rounds", control.rounds());
    JsonFigures.figureWithReason(node, "difference", control.difference());
    JsonFigures.figureWithReason(node.putObject("drift"), "value", control.drift());
    node.put("excludesZero", control.excludesZero());
  }

  static void ledger(ObjectNode node, Ledger ledger) {
    node.put("iterations", ledger.entries().size());
    node.put("tainted", ledger.tainted());
    ArrayNode taints = node.putArray("taints");
    for (Taint taint : Taint.values()) {
      taints.addObject().put("taint", taint.id()).put("iterations", ledger.tainted(taint));
    }
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
    JsonFigures.figureWithReason(node.putObject("withTainted"), "value", taints.all());
    JsonFigures.figureWithReason(node.putObject("withoutTainted"), "value", taints.untainted());
    node.put("leads", taints.leads() ? "withoutTainted" : "withTainted");
    node.put("disagreement", Caveats.disagreement(taints, unit).orElse(null));
  }
}
