package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.Fingerprint;
import io.coreyield.analysis.comparison.Group;
import io.coreyield.analysis.comparison.GroupFigure;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.comparison.Setting;
import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.report.json.JsonFigures;
import io.coreyield.analysis.report.json.TrustJson;
import io.coreyield.analysis.report.json.VerdictJson;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.StandardError;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.compare.CompareHeadline;
import io.coreyield.analysis.wording.compare.CompareWords;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code comparison.json}. Fractions, not percent. Every key is always there; a figure that there
 * is none of is null, with its reason. Runs are written one by one, for a thousand of them are not
 * held as a tree.
 */
final class ComparisonJson {

  /** The name and version of the format. */
  static final String SCHEMA = "coreyield/comparison/4";

  private ComparisonJson() {}

  static void write(Comparison comparison, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file);
        JsonGenerator json =
            JsonMapper.shared().writerWithDefaultPrettyPrinter().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      json.writeStringProperty("answer", CompareHeadline.of(comparison));
      json.writeStringProperty("counts", CompareWords.counts(comparison));
      json.writeStringProperty("baseline", comparison.baselineRun().name());
      json.writeNumberProperty("family", comparison.family());
      json.writeNumberProperty("level", comparison.level());
      json.writeArrayPropertyStart("overviews");
      for (Overview overview : Overview.of(comparison)) {
        json.writeTree(overview(overview));
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("runs");
      for (int run = 0; run < comparison.runs().size(); run++) {
        json.writeTree(run(comparison, run));
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("groups");
      for (Group group : comparison.groups()) {
        json.writeTree(group(group));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static ObjectNode overview(Overview overview) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("kind", overview.kind().id());
    node.put("title", overview.caption());
    ArrayNode columns = node.putArray("columns");
    for (Overview.Column column : overview.columns()) {
      ObjectNode of = columns.addObject();
      of.put("code", column.code());
      of.put("kernel", column.name().isEmpty() ? null : column.name());
    }
    ArrayNode lines = node.putArray("lines");
    for (Overview.Line line : overview.lines()) {
      ObjectNode of = lines.addObject();
      of.put("run", line.run());
      ArrayNode cells = of.putArray("cells");
      line.cells().forEach(cell -> cells.add(cell.text()));
    }
    return node;
  }

  private static ObjectNode run(Comparison comparison, int index) {
    ComparedRun run = comparison.runs().get(index);
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("name", run.name());
    node.put("start", run.start().toString());
    node.put("simulated", run.simulated());
    node.put("tool", run.tool());
    node.put("toolVersion", run.toolVersion());
    node.put("kernelCode", run.kernelCode());
    node.put("answer", AnswerWords.sentence(run.answer()));
    TrustJson.trust(node.putObject("trust"), run.answer().trust());
    TrustJson.trust(node.putObject("trustInFigures"), run.checks().trust());
    node.put("iterations", run.checks().iterations());
    node.put("tainted", run.checks().tainted());
    JsonFigures.object(node, "aaDifference", run.checks().aaDifference());
    JsonFigures.object(node, "aaDrift", run.checks().aaDrift());
    node.put(
        "sameMachine", run.fingerprint().isSameMachineAs(comparison.baselineRun().fingerprint()));
    machine(node.putObject("machine"), run.fingerprint());
    ArrayNode figures = node.putArray("figures");
    run.readings()
        .forEach((row, reading) ->
            figure(
                figures.addObject(), row, reading, comparison.difference(index, row).orElse(null)));
    return node;
  }

  private static void machine(ObjectNode node, Fingerprint f) {
    node.put("cpu", f.machine().cpu());
    node.put("vendor", f.machine().vendor());
    node.put("architecture", f.environment().os().architecture());
    VerdictJson.topology(node, f.machine().topology());
    node.put("numaNodes", f.machine().topology().numaNodes());
    JsonFigures.list(node, "caches", f.machine().caches(), ComparisonJson::cache);
    node.put("memoryBytes", f.machine().memoryBytes());
    node.put("maxFrequencyHz", f.machine().maxFrequencyHz());
    node.put("virtualization", f.machine().virtualization());
    node.put("container", f.environment().container());
    node.put("microcode", f.environment().conditions().microcode());
    node.put("os", f.environment().os().name());
    node.put("kernelVersion", f.environment().os().kernelVersion());
    node.put("javaVersion", f.environment().jvm().javaVersion());
    node.put("vmName", f.environment().jvm().vmName());
    node.put("vmVersion", f.environment().jvm().vmVersion());
    f.jvmArguments().forEach(node.putArray("jvmArguments")::add);
    node.put("governors", f.governors());
    node.put("frequencyDriver", f.environment().conditions().frequencyDriver());
    node.put("boost", f.environment().conditions().boost());
    node.put("smtControl", f.environment().smtControl());
    CpuQuota quota = f.machine().quota();
    node.put("affinity", f.environment().limits().affinity());
    node.put("cpuQuota", quota == null ? null : quota.cpuMax());
  }

  private static void cache(ObjectNode node, Cache cache) {
    node.put("level", cache.level()).put("type", cache.type());
    node.put("sizeBytes", cache.sizeBytes());
  }

  private static void figure(
      ObjectNode node, Row row, Reading reading, @Nullable Difference difference) {
    row(node, row);
    setting(node, reading.setting());
    JsonFigures.figureWithReason(node, "value", reading.estimate());
    StandardError error = reading.estimate().error();
    JsonFigures.number(node, "standardError", error == null ? Double.NaN : error.value());
    JsonFigures.number(
        node, "degreesOfFreedom", error == null ? Double.NaN : error.degreesOfFreedom());
    node.put("forks", reading.forks());
    node.put("includesTainted", reading.includesTainted());
    difference(node.putObject("difference"), row, difference);
  }

  private static void row(ObjectNode node, Row row) {
    node.put("kind", row.kind().id());
    node.put("kernel", row.kernel() == null ? null : row.kernel().id());
    node.put("model", row.model() == null ? null : row.model().id());
    node.put("what", row.what());
  }

  private static void setting(ObjectNode node, Setting setting) {
    node.put("elements", setting.elements());
    node.put("scaling", setting.scaling() == null ? null : setting.scaling().id());
    node.put("placement", setting.placement() == null ? null : setting.placement().id());
    node.put("workers", setting.workers());
    node.put("windowMs", setting.windowMs());
  }

  private static void difference(ObjectNode node, Row row, @Nullable Difference difference) {
    node.put("scale", row.kind().scale().name().toLowerCase(Locale.ROOT));
    switch (difference) {
      case Difference.Measured(var estimate, var word) -> compared(node, estimate, word.id(), null);
      case Difference.Refused refused ->
          refused(node, CompareWords.reason(refused), refused.obstacle().id());
      case Difference.Itself() -> refused(node, "it is the baseline", null);
      case null -> refused(node, "figures of this kind are not compared", null);
    }
  }

  private static void refused(ObjectNode node, String reason, @Nullable String obstacle) {
    compared(node, Estimate.unknown(reason), null, obstacle);
  }

  private static void compared(
      ObjectNode node, Estimate estimate, @Nullable String word, @Nullable String obstacle) {
    JsonFigures.figureWithReason(node, "value", estimate);
    node.put("word", word);
    node.put("obstacle", obstacle);
  }

  private static ObjectNode group(Group group) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("cpu", group.key().cpu());
    node.put("topology", group.key().topology());
    node.put("quota", group.key().quota());
    node.put("simulated", group.key().simulated());
    node.put("tool", group.key().tool());
    node.put("java", group.key().java());
    node.put("kernelCode", group.key().kernelCode());
    group.members().forEach(node.putArray("members")::add);
    node.put("untrusted", group.untrusted());
    ArrayNode figures = node.putArray("figures");
    group.figures().forEach((row, figure) -> groupFigure(figures.addObject(), row, figure));
    return node;
  }

  private static void groupFigure(ObjectNode node, Row row, GroupFigure figure) {
    row(node, row);
    setting(node, figure.setting());
    node.put("count", figure.count());
    node.put("leftOut", figure.leftOut());
    JsonFigures.number(node, "median", figure.median());
    JsonFigures.number(node, "low", figure.low());
    JsonFigures.number(node, "high", figure.high());
    JsonFigures.list(node, "outliers", figure.outliers(), ComparisonJson::outlier);
  }

  private static void outlier(ObjectNode node, GroupFigure.Outlier outlier) {
    node.put("name", outlier.name());
    JsonFigures.figure(node, "value", outlier.estimate());
    JsonFigures.number(node, "score", outlier.score());
  }
}
