package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.PairsRun;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.node.ObjectNode;

/** {@code pairs.json}: which logical CPUs share a core, by measurement. */
public final class PairsJson {

  /** The schema that this version writes. */
  public static final String SCHEMA = "coreyield/pairs/2";

  private PairsJson() {}

  /** Writes the file anew; a reader never sees it half-written. */
  public static void write(Path file, PairsRun run) throws IOException {
    ObjectNode tree = Json.MAPPER.createObjectNode().put("schema", SCHEMA);
    tree.setAll((ObjectNode) Json.MAPPER.valueToTree(run));
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    WholeFile.write(file, Json.MAPPER.writer().with(printer).writeValueAsString(tree) + "\n");
  }
}
