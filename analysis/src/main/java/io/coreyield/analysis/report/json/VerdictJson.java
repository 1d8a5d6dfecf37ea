package io.coreyield.analysis.report.json;

import io.coreyield.analysis.findings.Advice;
import io.coreyield.analysis.findings.Answer;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.QuotaFinding;
import io.coreyield.analysis.findings.correlation.Correlation;
import io.coreyield.analysis.findings.trust.Quality;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.AdviceWords;
import io.coreyield.analysis.wording.AnswerCard;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.TrustWords;
import io.coreyield.analysis.wording.cohabitation.LeadCard;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code verdict.json}, the machine-readable answer. Fractions, not percent. Every key is always
 * there; a figure that there is none of is null, with its reason.
 */
public final class VerdictJson {

  /** The name and version of the format. */
  static final String SCHEMA = "coreyield/verdict/4";

  /** Why {@code partial} holds nothing. */
  static final String NO_PARTIAL = "no other figure moves with this one";

  private VerdictJson() {}

  public static String text(Findings findings) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root(findings))
        + "\n";
  }

  /** As {@link #text}, for a terminal that shows ASCII only: other characters are escaped. */
  public static String ascii(Findings findings) {
    return JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
            .writeValueAsString(root(findings))
        + "\n";
  }

  private static ObjectNode root(Findings findings) {
    RunInfo info = findings.run().info();
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("schema", SCHEMA);
    root.put("simulated", info.simulated());
    switch (findings) {
      case MeasuredFindings _ -> root.putNull("captured");
      case CapturedFindings captured -> CapturedJson.write(root.putObject("captured"), captured);
    }
    ObjectNode machine = root.putObject("machine");
    machine.put("cpu", info.machine().cpu());
    topology(machine, info.machine().topology());
    Topology declared = info.machine().declaredTopology();
    if (declared == null) {
      machine.putNull("declared");
    } else {
      topology(machine.putObject("declared"), declared);
    }
    machine.put(
        "logicalCpusAre",
        findings.answer() instanceof Answer.Measured measured ? measured.cpus().id() : null);
    quota(root, findings.answer());
    AnswerCard card = LeadCard.of(findings);
    root.put("answer", card.sentence());
    root.put("support", card.support());
    root.put("inFull", AnswerWords.sentence(findings.answer()));
    trust(root.putObject("trust"), findings);
    root.put("state", info.state().id());
    switch (findings) {
      case MeasuredFindings measured -> {
        quality(root, measured.quality(), measured.allCoreClock());
        lists(root, measured);
      }
      case CapturedFindings _ -> {
        quality(root, Quality.NONE, Estimate.unknown("CoreYield measured nothing here"));
        CohabitJson.write(root, null);
        Stream.of("yields", "modelDifferences", "advice", "notes", "scaling", "correlations")
            .forEach(root::putArray);
      }
    }
    return root;
  }

  private static void trust(ObjectNode node, Findings findings) {
    TrustJson.trust(node, findings.trust());
    node.put("sentence", TrustWords.sentence(findings));
  }

  private static void quality(ObjectNode root, Quality quality, Estimate allCoreClock) {
    JsonFigures.list(root, "doubts", quality.found(), TrustJson::trust);
    TrustJson.control(root.putObject("control"), quality.control());
    TrustJson.ledger(root.putObject("ledger"), quality.ledger());
    TrustJson.forks(root.putObject("forks"), quality.forkStates());
    JsonFigures.object(root, "allCoreClock", allCoreClock);
  }

  private static void lists(ObjectNode root, MeasuredFindings findings) {
    JsonFigures.list(root, "yields", findings.yields(), YieldJson::write);
    CohabitJson.write(root, findings.cohabitation());
    JsonFigures.list(root, "modelDifferences", findings.modelDifferences(), YieldJson::write);
    JsonFigures.list(root, "advice", findings.advice(), VerdictJson::advice);
    Caveats.of(findings).forEach(root.putArray("notes")::add);
    JsonFigures.list(root, "scaling", findings.curves(), CurveJson::write);
    JsonFigures.list(root, "correlations", findings.correlations(), VerdictJson::correlation);
  }

  /** How many CPUs of each kind there are. */
  public static void topology(ObjectNode node, Topology topology) {
    node.put("packages", topology.packages());
    node.put("cores", topology.physicalCores());
    node.put("logical", topology.logicalCpus());
    node.put("threadsPerCore", topology.threadsPerCore());
  }

  private static void quota(ObjectNode root, Answer answer) {
    QuotaFinding quota = answer instanceof Answer.Measured measured ? measured.quota() : null;
    if (quota == null) {
      root.putNull("quota");
      return;
    }
    ObjectNode node = root.putObject("quota");
    node.put("cpus", quota.quota().cpus());
    node.put("periodMs", quota.quota().periodMs());
    node.put("logicalCpus", quota.logicalCpus());
    ArrayNode workers = node.putArray("workers");
    for (QuotaFinding.Curve curve : quota.curves()) {
      curve.steps().forEach(step -> stopped(workers.addObject(), curve.kernel(), step));
    }
  }

  private static void stopped(ObjectNode node, Kernel kernel, QuotaFinding.Step step) {
    node.put("kernel", kernel.id());
    node.put("workers", step.workers());
    JsonFigures.figureWithReason(node, "stopped", step.stopped());
    JsonFigures.number(node, "stoppedMs", step.stoppedMs());
  }

  private static void advice(ObjectNode node, Advice advice) {
    node.put("kernel", advice.kernel().id());
    node.put("model", advice.model().id());
    node.put("workers", advice.workers());
    node.put("reason", AdviceWords.reason(advice));
    JsonFigures.list(node, "alternatives", advice.alternatives(), VerdictJson::alternative);
  }

  private static void alternative(ObjectNode node, Advice.Alternative alternative) {
    node.put("workers", alternative.workers());
    JsonFigures.figureWithReason(node, "cost", alternative.cost());
  }

  private static void correlation(ObjectNode node, Correlation correlation) {
    node.put("kernel", correlation.kernel().id());
    node.put("model", correlation.model().id());
    node.putArray("between").add("score").add(correlation.loadFigure());
    JsonFigures.figure(node, "spearman", correlation.spearman());
    node.put("n", correlation.iterations());
    node.put("comparisons", correlation.comparisons());
    node.put("reason", correlation.spearman().reason());
    partial(node.putObject("partial"), correlation.partial());
  }

  private static void partial(ObjectNode node, Correlation.@Nullable Partial partial) {
    Correlation.Partial known =
        partial == null
            ? new Correlation.Partial("", Double.NaN, Estimate.unknown(NO_PARTIAL))
            : partial;
    node.put("given", partial == null ? null : partial.given());
    JsonFigures.number(node, "together", known.together());
    JsonFigures.figureWithReason(node, "spearman", known.spearman());
  }
}
