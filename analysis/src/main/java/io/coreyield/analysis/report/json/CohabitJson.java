package io.coreyield.analysis.report.json;

import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.EffectiveCores;
import io.coreyield.analysis.findings.cohabitation.Pairing;
import io.coreyield.analysis.findings.cohabitation.Partners;
import io.coreyield.analysis.findings.cohabitation.SharedSpeeds;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.wording.cohabitation.CohabitWords;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Which code may share a core, as {@code cohabitation} of {@code verdict.json}. */
final class CohabitJson {

  private CohabitJson() {}

  static void write(ObjectNode root, @Nullable Cohabitation found) {
    if (found == null) {
      root.putNull("cohabitation");
      return;
    }
    ObjectNode node = root.putObject("cohabitation");
    node.put("sentence", CohabitWords.sentence(found));
    node.put("onSiblings", found.onSiblings());
    found.kernels().stream().map(Kernel::id).forEach(node.putArray("kernels")::add);
    JsonFigures.list(node, "pairings", found.pairings(), CohabitJson::pairing);
    JsonFigures.list(node, "advice", found.partners(), CohabitJson::partners);
    CohabitWords.asymmetries(found).forEach(node.putArray("asymmetries")::add);
    EffectiveCores cores = found.effectiveCores();
    JsonFigures.list(
        node,
        "effectiveCores",
        cores == null ? List.<EffectiveCores.Point>of() : cores.points(),
        CohabitJson::point);
  }

  private static void pairing(ObjectNode node, Pairing pairing) {
    node.put("kernel", pairing.kernel().id());
    node.put("beside", pairing.beside().id());
    speeds(node.putObject("core"), pairing.core());
    JsonFigures.object(node, "joint", pairing.joint());
    speeds(node.putObject("apart"), pairing.apart());
    node.put("category", pairing.category().id());
    TrustJson.trust(node.putObject("trust"), pairing.trust());
    node.put("forks", pairing.forks());
    node.put("cores", pairing.cores());
  }

  private static void speeds(ObjectNode node, SharedSpeeds speeds) {
    JsonFigures.object(node, "weightedSpeedup", speeds.weightedSpeedup());
    JsonFigures.object(node, "speed", speeds.kernel());
    JsonFigures.object(node, "besideSpeed", speeds.beside());
    JsonFigures.object(node, "slowdown", speeds.kernelSlowdown());
    JsonFigures.object(node, "besideSlowdown", speeds.besideSlowdown());
    JsonFigures.object(node, "harmonicMean", speeds.harmonicMean());
    JsonFigures.object(node, "fairness", speeds.fairness());
    JsonFigures.object(node, "asymmetry", speeds.asymmetry());
  }

  private static void partners(ObjectNode node, Partners partners) {
    node.put("kernel", partners.kernel().id());
    node.put("best", partners.best().partnerOf(partners.kernel()).id());
    node.put("worst", partners.worst().partnerOf(partners.kernel()).id());
    node.put("sentence", CohabitWords.advice(partners));
  }

  private static void point(ObjectNode node, EffectiveCores.Point point) {
    node.put("workers", point.workers());
    JsonFigures.object(node, "best", point.best());
    JsonFigures.object(node, "random", point.random());
    JsonFigures.object(node, "worst", point.worst());
  }
}
