package io.coreyield.analysis.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A directory that a command fills: nothing that lies in it already is overwritten. */
public final class NewDirectory {

  private NewDirectory() {}

  /**
   * Makes it.
   *
   * @throws RecordingException if it is a file, holds anything, or cannot be made
   */
  public static void make(Path directory) throws RecordingException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new RecordingException(directory, "is a file: give a directory with --out");
    }
    try {
      Files.createDirectories(directory);
      try (Stream<Path> files = Files.list(directory)) {
        if (files.findAny().isPresent()) {
          throw new RecordingException(
              directory,
              "holds files already: give a new directory with --out, nothing is overwritten");
        }
      }
    } catch (RecordingException e) {
      throw e;
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  /** For what a command writes where the user told it to, and cannot. */
  public static RecordingException unwritable(Path path, IOException cause) {
    return new RecordingException(
        path,
        "cannot be written (%s): give another place with --out".formatted(WriteFault.of(cause)));
  }
}
