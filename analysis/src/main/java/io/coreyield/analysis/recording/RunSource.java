package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.Run;
import java.io.IOException;
import java.nio.file.Path;

/** Where a run is read from. */
public sealed interface RunSource permits RunDirectory {

  /** What lies at a path, whether or not anything does: {@link #read} says what is wrong. */
  static RunSource at(Path path) {
    return new RunDirectory(path);
  }

  /** Where it lies. */
  Path path();

  /**
   * Reads the run.
   *
   * @throws RecordingException naming the file, the line and what to do, if one is missing, of
   *     another schema, truncated or corrupt
   */
  Run read() throws IOException;
}
