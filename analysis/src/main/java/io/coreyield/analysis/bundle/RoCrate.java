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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ro-crate-metadata.json}, RO-Crate 1.2: what each file is and what made it. */
final class RoCrate {

  static final String FILE = "ro-crate-metadata.json";
  static final String LICENSE = "LICENSE.txt";

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

  /** The day on which the run ended, or else began. */
  static String day(RunInfo info) {
    Instant end = info.end();
    return (end == null ? info.start() : end).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  /**
   * The file, made from the resource of its name.
   *
   * @param digests of all other files, by path
   */
  static String text(Findings findings, NavigableMap<String, Digest> digests) {
    RunInfo info = findings.run().info();
    ObjectNode root = JsonResource.read(FILE);
    ArrayNode graph = root.withArray("@graph");
    ObjectNode crate = (ObjectNode) graph.get(1);
    crate
        .put(
            "name",
            "What another worker is worth on " + ControlCharacters.spaced(info.machine().cpu()))
        .put("description", AnswerWords.sentence(findings.answer()))
        .put("datePublished", day(info));
    boolean isMeasured = info.origin() instanceof Measured;
    ObjectNode campaign = (ObjectNode) graph.get(2);
    campaign
        .put("name", isMeasured ? "Measurement" : "Capture by another tool")
        .put("startTime", info.start().toString());
    Instant end = info.end();
    if (end != null) {
      campaign.put("endTime", end.toString());
    }
    ((ObjectNode) graph.get(3))
        .put("softwareVersion", ControlCharacters.spaced(info.toolVersion()));
    digests.forEach((path, digest) -> {
      crate.withArray("hasPart").addObject().put("@id", path);
      file(graph.addObject(), path, digest);
    });
    return JsonResource.text(root);
  }

  private static void file(ObjectNode file, String path, Digest digest) {
    file.put("@id", path).put("@type", "File");
    file.put("name", path.substring(path.lastIndexOf('/') + 1));
    if (path.equals(LICENSE)) {
      file.put("description", "Who may do what with which of these files");
    }
    String ending = path.substring(path.lastIndexOf('.') + 1);
    file.put("encodingFormat", FORMATS.getOrDefault(ending, "text/plain"));
    file.put("contentSize", Long.toString(digest.bytes()));
    file.put("sha256", digest.sha256());
  }
}
