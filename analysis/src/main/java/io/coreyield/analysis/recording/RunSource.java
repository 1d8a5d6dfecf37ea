package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where a run is read from. */
public sealed interface RunSource permits RunDirectory, RunSource.Zip {

  /**
   * A run in a bundle, as {@code bundle} wrote it, or in any other zip file that holds the
   * directory of a run. It is read in place: nothing is extracted.
   *
   * @param path the zip file
   */
  record Zip(Path path) implements RunSource {}

  /**
   * The run at a path: a bundle if the name ends with {@code .zip}, else a directory. Neither need
   * exist: {@link #read} says what is wrong.
   */
  static RunSource at(Path path) {
    boolean named = path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    return named && !Files.isDirectory(path) ? new Zip(path) : new RunDirectory(path);
  }

  Path path();

  /**
   * Reads the run, without lines that a full disk or a power cut spoilt; a warning names them.
   *
   * @throws RecordingException naming the file, the line and what to do, if one is missing, of
   *     another schema, truncated or corrupt
   */
  default Run read() throws IOException {
    try (RunContent content = RunContent.of(this)) {
      return content.readableRun();
    }
  }
}
