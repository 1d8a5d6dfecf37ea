package io.coreyield.analysis.report.json;

import io.coreyield.analysis.findings.yields.Controls;
import io.coreyield.analysis.findings.yields.ModelDifference;
import io.coreyield.analysis.findings.yields.Prediction;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.Unit;
import tools.jackson.databind.node.ObjectNode;

/** What siblings add, as entries of {@code verdict.json}. */
final class YieldJson {

  /** Why {@code prediction} holds nothing. */
  static final String NO_PREDICTION = "only pairs show one worker's use of its core";

  private YieldJson() {}

  static void write(ObjectNode node, SmtYield yield) {
    node.put("kernel", yield.kernel().id());
    node.put("model", yield.model().id());
    node.put("estimator", yield.estimator().id());
    JsonFigures.figure(node, "yield", yield.yield());
    TrustJson.taints(node, yield.taints(), Unit.PERCENT);
    JsonFigures.object(node, "clockCorrected", yield.clock().corrected());
    JsonFigures.number(node, "smallestEffect", yield.sampling().smallestEffect());
    controls(node, yield.controls());
    node.put("forks", yield.sampling().forks());
    node.put("cores", yield.sampling().cores());
    node.put("coresThere", yield.sampling().coresThere());
    node.put("reason", yield.yield().reason());
    node.put("category", yield.category().id());
    TrustJson.trust(node.putObject("trust"), yield.trust());
    prediction(node.putObject("prediction"), yield);
  }

  private static void controls(ObjectNode node, Controls controls) {
    JsonFigures.figureAndInterval(node, "floor", controls.floor());
    JsonFigures.figureAndInterval(node, "ceiling", controls.ceiling());
    node.put("controlsReason", JsonFigures.reasons(controls.floor(), controls.ceiling()));
    JsonFigures.object(node, "place", controls.place());
  }

  private static void prediction(ObjectNode node, SmtYield yield) {
    Prediction prediction = yield.prediction();
    Prediction known =
        prediction == null
            ? new Prediction(Double.NaN, Double.NaN, Estimate.unknown(NO_PREDICTION), null)
            : prediction;
    JsonFigures.number(node, "expected", known.expected().value());
    JsonFigures.number(node, "use", known.use());
    JsonFigures.number(node, "cyclesPerElement", known.cyclesPerElement());
    node.put("disagreement", Caveats.disagreement(yield).orElse(null));
    node.put("reason", known.expected().reason());
  }

  static void write(ObjectNode node, ModelDifference difference) {
    node.put("kernel", difference.kernel().id());
    node.put("model", difference.model().id());
    node.put("base", difference.base().id());
    JsonFigures.figure(node, "difference", difference.difference());
    node.put("word", difference.direction().id());
    node.put("reason", difference.difference().reason());
  }
}
