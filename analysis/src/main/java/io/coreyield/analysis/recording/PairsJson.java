package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.PairsRun;
import java.io.IOException;
import java.nio.file.Path;

/** {@code pairs.json}: which logical CPUs share a core, by measurement. */
public final class PairsJson {

  /** The schema that this version writes. */
  public static final String SCHEMA = "coreyield/pairs/2";

  private PairsJson() {}

  /** Writes the file anew; a reader never sees it half-written. */
  public static void write(Path file, PairsRun run) throws IOException {
    Json.write(file, SCHEMA, run, Json.LINES);
  }
}
