package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file that is read, wherever it lies. */
public sealed interface RunFile permits FileOnDisk, BundledFile, BytesFile {

  /** A file on disk. */
  static RunFile at(Path path) {
    return new FileOnDisk(path);
  }

  /** As errors name it. */
  String name();

  /** Whether there is one. */
  boolean exists();

  /**
   * Opens it.
   *
   * @throws IOException if it is missing or is no plain file
   */
  InputStream open() throws IOException;

  /** Says in our words why it could not be read. */
  RecordingException unreadable(IOException cause);

  /** For a place in it; the whole of it where {@code line} is 0. */
  default RecordingException refusal(long line, String reason) {
    return new RecordingException(name(), line, reason);
  }
}
