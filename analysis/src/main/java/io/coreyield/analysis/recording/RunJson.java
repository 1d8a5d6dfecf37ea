package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code run.json}: all that is known of a run but its samples. */
public final class RunJson {

  /** The schema that this version writes, and the only one that it reads. */
  public static final String SCHEMA = "coreyield/run/2";

  private static final String REMEDY =
      "restore run.json from a copy of the run; without it the run cannot be read";

  private static final PrettyPrinter PRINTER = Json.LINES.withArrayIndenter(Json.INDENTER);

  private RunJson() {}

  /** Writes the file anew; a reader never sees it half-written. */
  public static void write(Path file, RunInfo info) throws IOException {
    Json.write(file, SCHEMA, info, PRINTER);
  }

  /**
   * Reads the file.
   *
   * @throws RecordingException if it is missing, not JSON, of another schema, or incomplete
   */
  public static RunInfo read(RunFile file) throws IOException {
    String text = WholeFile.read(file);
    JsonNode tree = Json.tree(text, file, 0, REMEDY);
    String schema = tree.path("schema").asString("");
    if (schema.isEmpty()) {
      throw file.refusal(0, "names no schema, so it is not ours: " + REMEDY);
    }
    if (!schema.equals(SCHEMA)) {
      throw file.refusal(
          lineOf("\"schema\"", text),
          "schema is '%s', and this version reads '%s': use the CoreYield version that wrote the run, or measure again"
              .formatted(schema, SCHEMA));
    }
    return Json.read(complete(text, tree), RunInfo.class, file, 0, REMEDY);
  }

  /**
   * The same text, with what runs did not have before: the sizes of arrays of newer kernels, mixed
   * pairs, and curves of other tools.
   */
  private static String complete(String text, JsonNode tree) {
    if (tree.get("origin") instanceof ObjectNode origin
        && origin.path("kind").asString("").equals("captured")
        && !origin.has("curves")) {
      origin.putArray("curves");
      return Json.MAPPER.writer().with(PRINTER).writeValueAsString(tree) + "\n";
    }
    boolean isOld = false;
    if (tree.at("/origin/plan") instanceof ObjectNode plan && !plan.has("mixedPairs")) {
      plan.putArray("mixedPairs");
      isOld = true;
    }
    if (tree.at("/origin/plan/arrays") instanceof ObjectNode arrays
        && !arrays.has("cacheBytes")
        && !arrays.has("branchBytes")) {
      arrays.put("cacheBytes", ArraySizes.USUAL_CACHE_BYTES);
      arrays.put("branchBytes", ArraySizes.BRANCH_BYTES);
      isOld = true;
    }
    return isOld ? Json.MAPPER.writer().with(PRINTER).writeValueAsString(tree) + "\n" : text;
  }

  /** 1-based; 0 if it is not there. */
  private static long lineOf(String wanted, String text) {
    int at = text.indexOf(wanted);
    return at < 0 ? 0 : 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
