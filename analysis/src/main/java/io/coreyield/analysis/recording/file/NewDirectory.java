package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A directory that a command fills: it overwrites nothing in it. */
public final class NewDirectory {

  private NewDirectory() {}

  /**
   * Checks the directory before anything is computed for it.
   *
   * @throws RecordingException if it is a file, or holds anything
   */
  public static void requireFree(Path directory) throws RecordingException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new RecordingException(directory, "is a file: give a directory with --out");
    }
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      if (files.findAny().isPresent()) {
        throw new RecordingException(
            directory,
            "holds files already: give a new directory with --out, nothing is overwritten");
      }
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  /**
   * Makes the directory.
   *
   * @throws RecordingException if it is a file, holds anything, or cannot be made
   */
  public static void make(Path directory) throws RecordingException {
    requireFree(directory);
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  /**
   * For a file that the user chose and that cannot be written.
   *
   * @param cause why; a refusal that names a file stays as it is
   */
  public static RecordingException unwritable(Path path, IOException cause) {
    return RecordingException.unwritable(path, cause, "give another place with --out");
  }
}
