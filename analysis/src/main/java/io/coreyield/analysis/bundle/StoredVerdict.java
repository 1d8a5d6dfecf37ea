package io.coreyield.analysis.bundle;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.recording.RunContent;
import io.coreyield.analysis.recording.file.BundleArchive;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.report.json.VerdictJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares the verdict of a bundle with that of its raw samples. */
final class StoredVerdict {

  private static final String FILE = BundleArchive.DATA + "report/verdict.json";

  private StoredVerdict() {}

  /**
   * Where the two differ.
   *
   * @param whole whether nothing else is wrong with the bundle
   * @throws RecordingException if the run cannot be read although the bundle is whole
   */
  static List<String> differences(BundleArchive bundle, boolean whole) throws IOException {
    if (!bundle.names().contains(FILE)) {
      return List.of(FILE + ": is missing");
    }
    try {
      Optional<JsonNode> stored = Descriptions.tree(bundle, FILE);
      return stored.isEmpty()
          ? List.of(FILE + ": is not JSON, or beyond a limit")
          : against(stored.get(), bundle);
    } catch (RecordingException e) {
      if (whole) {
        throw e;
      }
      return List.of(FILE + ": could not be compared with the raw samples, which are damaged");
    }
  }

  private static List<String> against(JsonNode stored, BundleArchive bundle) throws IOException {
    Findings findings = Findings.of(RunContent.of(bundle).run());
    JsonNode recomputed = Descriptions.JSON.readTree(VerdictJson.text(findings));
    String schema = recomputed.path("schema").asString("");
    if (!schema.equals(stored.path("schema").asString(""))) {
      return List.of(
          "%s: is not of schema %s, and cannot be compared: use the CoreYield version that made the bundle"
              .formatted(FILE, schema));
    }
    return JsonDifferences.between(stored, recomputed).stream()
        .map(difference -> FILE + ": " + difference)
        .toList();
  }
}
