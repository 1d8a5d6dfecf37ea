package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file that cannot be read or written: which, where, why, and what to do. */
public final class RecordingException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int LONGEST_SENTENCE = 2000;

  private final boolean isAboutWriting;

  /**
   * For a place in a file that is read.
   *
   * @param file as people name it: {@code bundle.zip!/data/run.json}
   * @param line 1-based; 0 for the whole file
   * @param reason what is wrong, and what to do about it
   */
  public RecordingException(String file, long line, String reason) {
    this(file, line, reason, false);
  }

  /** For a whole file or directory that is read. */
  public RecordingException(Path path, String reason) {
    this(path.toString(), 0, reason, false);
  }

  private RecordingException(String file, long line, String reason, boolean isAboutWriting) {
    super(
        harmless(
            line > 0
                ? "%s:%d: %s".formatted(file, line, reason)
                : "%s: %s".formatted(file, reason)));
    this.isAboutWriting = isAboutWriting;
  }

  /**
   * For a file or directory that cannot be written.
   *
   * @param cause why; a sentence that names a file stays as it is
   * @param remedy what to do
   */
  public static RecordingException unwritable(Path path, IOException cause, String remedy) {
    return cause instanceof RecordingException sentence
        ? sentence
        : new RecordingException(
            path.toString(),
            0,
            "cannot be written (%s): %s".formatted(WriteFault.of(cause), remedy),
            true);
  }

  /** Whether it could not be written; else it could not be read. */
  public boolean isAboutWriting() {
    return isAboutWriting;
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
