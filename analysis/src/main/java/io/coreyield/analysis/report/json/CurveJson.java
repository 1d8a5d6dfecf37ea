package io.coreyield.analysis.report.json;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.stats.fit.ScalabilityLaw;
import io.coreyield.analysis.wording.Unit;
import tools.jackson.databind.node.ObjectNode;

/** Curves and what was fitted to them, as entries of {@code verdict.json}. */
final class CurveJson {

  private CurveJson() {}

  static void write(ObjectNode node, ScalingCurve curve) {
    node.put("kernel", curve.kernel().id());
    node.put("model", curve.model().id());
    node.put("placement", curve.placement().id());
    node.put("scaling", curve.scaling().id());
    JsonFigures.list(node, "points", curve.points(), CurveJson::point);
    ObjectNode knee = node.putObject("knee");
    JsonFigures.figureWithReason(knee, "yield", curve.knee().yield());
    knee.put("note", curve.knee().note());
    ObjectNode usl = node.putObject("usl");
    law(usl, curve.usl());
    JsonFigures.figureAndInterval(usl, "beta", curve.usl().beta());
    identifiable(usl, curve.usl());
    ObjectNode amdahl = node.putObject("amdahl");
    law(amdahl, curve.amdahl());
    identifiable(amdahl, curve.amdahl());
  }

  private static void point(ObjectNode node, ScalingPoint point) {
    node.put("workers", point.configuration().workers());
    JsonFigures.figureWithReason(node, "elementsPerSecond", point.elementsPerSecond());
    node.put("forks", point.forks());
    TrustJson.taints(node, point.taints(), Unit.ELEMENTS_PER_SECOND);
    ObjectNode speedUp = node.putObject("speedUp");
    JsonFigures.figureWithReason(speedUp, "value", point.speedUp());
    TrustJson.taints(speedUp, point.speedUpTaints(), Unit.FACTOR);
    TrustJson.trust(speedUp.putObject("trust"), point.trust());
    JsonFigures.object(node, "efficiency", point.efficiency());
  }

  private static void law(ObjectNode node, ScalabilityLaw law) {
    JsonFigures.figureAndInterval(node, "gamma", law.gamma());
    JsonFigures.figureAndInterval(node, "alpha", law.alpha());
  }

  private static void identifiable(ObjectNode node, ScalabilityLaw law) {
    node.put("identifiable", law.identifiable());
    node.put("reason", law.reason());
  }
}
