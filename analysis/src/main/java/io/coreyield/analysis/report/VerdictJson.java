package io.coreyield.analysis.report;

import io.coreyield.analysis.model.Machine;
import io.coreyield.analysis.scaling.Correlation;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.scaling.Verdict;
import io.coreyield.analysis.stats.Estimate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code verdict.json}, the machine-readable answer. Fractions, not percent. Every key is always
 * there; a figure that there is none of is null, with the reason beside it.
 */
final class VerdictJson {

  /** The name and version of the format. */
  static final String SCHEMA = "coreyield/verdict/1";

  /** Why {@code knee} is null. */
  static final String NO_KNEE =
      "this version does not fit the bend at the physical cores; compare the points";

  /** Why {@code usl} is not identifiable. */
  static final String NO_USL = "this version does not fit the Universal Scalability Law";

  /** Why {@code floor} and {@code ceiling} are null. */
  static final String NO_CONTROLS =
      "this version does not measure the yield's controls: both workers on one logical CPU (floor),"
          + " on two separate cores (ceiling)";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private VerdictJson() {}

  static String text(Findings findings) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", SCHEMA);
    machine(root.putObject("machine"), findings.run().info().machine());
    root.put("answer", findings.answer());
    root.put("state", findings.run().info().state().id());
    root.put("fit", findings.fit());
    findings.unfitReasons().forEach(root.putArray("unfitReasons")::add);
    ArrayNode yields = root.putArray("yields");
    findings.yields().forEach(yield -> smtYield(yields.addObject(), yield));
    ArrayNode scaling = root.putArray("scaling");
    findings.curves().forEach(curve -> curve(scaling.addObject(), curve));
    ArrayNode correlations = root.putArray("correlations");
    findings.correlations().forEach(c -> correlation(correlations.addObject(), c));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void machine(ObjectNode node, Machine machine) {
    node.put("cpu", machine.cpu());
    node.put("packages", machine.topology().packages());
    node.put("cores", machine.topology().physicalCores());
    node.put("logical", machine.topology().logicalCpus());
    node.put("threadsPerCore", machine.topology().threadsPerCore());
  }

  private static void smtYield(ObjectNode node, SmtYield yield) {
    node.put("kernel", yield.kernel().id());
    node.put("model", yield.model().id());
    node.put("estimator", yield.estimator().id());
    figure(node, "yield", yield.yield());
    node.putNull("floor");
    node.putNull("ceiling");
    node.put("controlsReason", NO_CONTROLS);
    node.put("forks", yield.sampling().forks());
    node.put("answer", yield.verdict().answer());
    node.put("reason", reason(yield));
  }

  private static @Nullable String reason(SmtYield yield) {
    return yield.verdict() instanceof Verdict.Unknown(String reason)
        ? reason
        : yield.yield().reason();
  }

  private static void curve(ObjectNode node, ScalingCurve curve) {
    node.put("kernel", curve.kernel().id());
    node.put("model", curve.model().id());
    node.put("placement", curve.placement().id());
    node.put("scaling", curve.scaling().id());
    ArrayNode points = node.putArray("points");
    curve.points().forEach(point -> point(points.addObject(), point));
    ObjectNode knee = node.putObject("knee");
    knee.putNull("yield").putNull("low").putNull("high").put("reason", NO_KNEE);
    ObjectNode usl = node.putObject("usl");
    usl.putNull("gamma").putNull("alpha").putNull("beta");
    usl.put("identifiable", false).put("reason", NO_USL);
  }

  private static void point(ObjectNode node, ScalingPoint point) {
    node.put("workers", point.configuration().workers());
    figure(node, "elementsPerSecond", point.elementsPerSecond());
    node.put("reason", point.elementsPerSecond().reason());
    node.put("forks", point.forks());
    ratio(node.putObject("speedUp"), point.speedUp());
    ratio(node.putObject("efficiency"), point.efficiency());
  }

  private static void ratio(ObjectNode node, Estimate estimate) {
    figure(node, "value", estimate);
    node.put("reason", estimate.reason());
  }

  private static void correlation(ObjectNode node, Correlation correlation) {
    node.put("kernel", correlation.kernel().id());
    node.put("model", correlation.model().id());
    node.putArray("between").add("score").add(correlation.loadFigure());
    figure(node, "spearman", correlation.spearman());
    node.put("n", correlation.iterations());
    node.put("reason", correlation.spearman().reason());
  }

  private static void figure(ObjectNode node, String name, Estimate estimate) {
    number(node, name, estimate.value());
    number(node, "low", estimate.low());
    number(node, "high", estimate.high());
  }

  /** JSON knows neither NaN nor infinity. */
  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
