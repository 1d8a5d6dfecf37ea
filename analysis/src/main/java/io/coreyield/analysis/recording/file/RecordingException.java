package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file of a run that cannot be read or written: which, where, why, and what to do. */
public final class RecordingException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int LONGEST_SENTENCE = 2000;

  /**
   * For a place in a file.
   *
   * @param file as people name it: {@code bundle.zip!/data/run.json}
   * @param line 1-based; 0 for the whole file
   * @param reason what is wrong, and what to do about it
   */
  public RecordingException(String file, long line, String reason) {
    super(
        harmless(
            line > 0
                ? "%s:%d: %s".formatted(file, line, reason)
                : "%s: %s".formatted(file, reason)));
  }

  /** For a whole file or directory. */
  public RecordingException(Path path, String reason) {
    this(path.toString(), 0, reason);
  }

  /** Names and values of the file could move a terminal's cursor, or be without end. */
  private static String harmless(String sentence) {
    String cut =
        sentence.length() > LONGEST_SENTENCE
            ? sentence.substring(0, LONGEST_SENTENCE) + "…"
            : sentence;
    return ControlCharacters.marked(cut);
  }
}
