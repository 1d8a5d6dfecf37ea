package io.coreyield.analysis.recording;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file of a run that cannot be read or written: which, where, why, and what to do. */
public final class RecordingException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * For a place in a file.
   *
   * @param path the file
   * @param line 1-based; 0 where the whole file is meant
   * @param reason what is wrong, and what to do about it
   */
  public RecordingException(Path path, long line, String reason) {
    super(line > 0 ? "%s:%d: %s".formatted(path, line, reason) : "%s: %s".formatted(path, reason));
  }

  /** For a whole file or directory. */
  public RecordingException(Path path, String reason) {
    this(path, 0, reason);
  }
}
