package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where a run is read from. */
public sealed interface RunSource permits RunDirectory, RunBundle {

  /**
   * What lies at a path, a bundle where the name ends with {@code .zip} and else a directory,
   * whether or not anything does: {@link #read} says what is wrong.
   */
  static RunSource at(Path path) {
    boolean named = path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    return named && !Files.isDirectory(path) ? new RunBundle(path) : new RunDirectory(path);
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
