package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.file.BundleArchive;
import io.coreyield.analysis.recording.file.BundledFile;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A run in a bundle, as {@code bundle} wrote it, or in any other zip file that holds the directory
 * of a run. It is read where it lies: nothing is extracted.
 *
 * @param path the zip file
 */
public record RunBundle(Path path) implements RunSource {

  @Override
  public Run read() throws IOException {
    try (BundleArchive bundle = BundleArchive.open(path)) {
      return in(bundle);
    }
  }

  /**
   * Reads the run in an open bundle.
   *
   * @throws RecordingException naming the entry, the line and what to do
   */
  public static Run in(BundleArchive bundle) throws IOException {
    String root = bundle.root();
    return RunReader.read(bundle.path().toString(), name -> new BundledFile(bundle, root + name));
  }
}
