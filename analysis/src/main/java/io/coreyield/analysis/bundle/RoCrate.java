package io.coreyield.analysis.bundle;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.wording.AnswerWords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ro-crate-metadata.json}, RO-Crate 1.2: what each file is and what made it. */
final class RoCrate {

  static final String FILE = "ro-crate-metadata.json";
  static final String CONTEXT = "https://w3id.org/ro/crate/1.2/context";
  static final String PROFILE = "https://w3id.org/ro/crate/1.2";
  static final String LICENSE = "LICENSE.txt";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TOOL = "#coreyield";
  private static final String ID = "@id";
  private static final String TYPE = "@type";
  private static final String NAME = "name";

  private static final Map<String, String> FORMATS =
      Map.of(
          "json", "application/json",
          "jsonl", "application/jsonl",
          "csv", "text/csv",
          "md", "text/markdown",
          "tex", "application/x-tex",
          "bib", "application/x-bibtex",
          "html", "text/html",
          "svg", "image/svg+xml",
          "png", "image/png",
          "pdf", "application/pdf");

  private RoCrate() {}

  /** The day that the run was made on. */
  static String day(RunInfo info) {
    Instant end = info.end();
    return (end == null ? info.start() : end).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  /**
   * The file.
   *
   * @param digests of all other files, by path
   */
  static String text(Findings findings, NavigableMap<String, Digest> digests) {
    RunInfo info = findings.run().info();
    ObjectNode root = JSON.createObjectNode().put("@context", CONTEXT);
    ArrayNode graph = root.putArray("@graph");
    ObjectNode descriptor = entity(graph, FILE, "CreativeWork");
    descriptor.set("conformsTo", reference(PROFILE));
    descriptor.set("about", reference("./"));
    ObjectNode crate = entity(graph, "./", "Dataset");
    crate.put(
        NAME, "What another worker is worth on " + ControlCharacters.spaced(info.machine().cpu()));
    crate.put("description", AnswerWords.sentence(findings.answer()));
    crate.put("datePublished", day(info));
    crate.set("license", reference(LICENSE));
    crate.set("mentions", reference("#campaign"));
    ArrayNode parts = crate.putArray("hasPart");
    digests.keySet().forEach(path -> parts.add(reference(path)));
    digests.forEach((path, digest) -> file(graph, path, digest));
    campaign(graph, info);
    ObjectNode tool = entity(graph, TOOL, "SoftwareApplication");
    tool.put(NAME, "CoreYield")
        .put("softwareVersion", ControlCharacters.spaced(info.toolVersion()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void campaign(ArrayNode graph, RunInfo info) {
    ObjectNode campaign = entity(graph, "#campaign", "CreateAction");
    campaign.put(
        NAME, info.origin() instanceof Measured ? "Measurement" : "Capture by another tool");
    campaign.set("instrument", reference(TOOL));
    campaign.put("startTime", info.start().toString());
    Instant end = info.end();
    if (end != null) {
      campaign.put("endTime", end.toString());
    }
    ArrayNode results = campaign.putArray("result");
    results.add(reference("run.json"));
    results.add(reference("trials.jsonl"));
    results.add(reference("load.csv"));
  }

  private static void file(ArrayNode graph, String path, Digest digest) {
    ObjectNode file = entity(graph, path, "File");
    file.put(NAME, path.substring(path.lastIndexOf('/') + 1));
    if (path.equals(LICENSE)) {
      file.put("description", "Who may do what with which of these files");
    }
    String ending = path.substring(path.lastIndexOf('.') + 1);
    file.put("encodingFormat", FORMATS.getOrDefault(ending, "text/plain"));
    file.put("contentSize", Long.toString(digest.bytes()));
    file.put("sha256", digest.sha256());
  }

  private static ObjectNode entity(ArrayNode graph, String id, String type) {
    return graph.addObject().put(ID, id).put(TYPE, type);
  }

  private static ObjectNode reference(String id) {
    return JSON.createObjectNode().put(ID, id);
  }
}
