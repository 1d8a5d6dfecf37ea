package io.coreyield.analysis.bundle;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.recording.RunSource;
import io.coreyield.analysis.recording.file.NewDirectory;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Makes report, tables and figures again from the raw samples. */
public final class Rebuild {

  private Rebuild() {}

  /**
   * Writes everything that a bundle derives from its run.
   *
   * @param directory made if it is missing, else empty
   * @return how many files were written
   * @throws RecordingException if the run cannot be read, the directory holds something, or a file
   *     cannot be written
   */
  public static int into(RunSource source, Path directory) throws IOException {
    NewDirectory.requireFree(directory);
    Payload files = Derived.of(Findings.of(source.read()), source.path().toString());
    try {
      for (Map.Entry<String, Payload.Content> file : files.files().entrySet()) {
        Path path = directory.resolve(file.getKey());
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        try (InputStream in = file.getValue().open()) {
          Files.copy(in, path);
        }
      }
    } catch (IOException e) {
      throw NewDirectory.unwritable(directory, e);
    }
    return files.files().size();
  }
}
