package io.coreyield.analysis.recording.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file to read: on disk, in a bundle or in memory. */
public sealed interface RunFile permits FileOnDisk, BundledFile, BytesFile {

  /** Takes the lines of a file, 1-based. */
  @FunctionalInterface
  interface LineReader {
    void line(long number, String text) throws RecordingException;
  }

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

  /**
   * Hands every line to {@code reader}, in order.
   *
   * @throws RecordingException if the file cannot be read, is not UTF-8, or has a longer line
   */
  default void forEachLine(int maxLineBytes, LineReader reader) throws RecordingException {
    try (InputStream bytes = CappedInput.lines(this, maxLineBytes);
        // A decoder of its own refuses what is not UTF-8; a character set would replace it.
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.line(++number, line);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Says in our words why it could not be read. */
  RecordingException unreadable(IOException cause);

  /** For a place in it; the whole of it where {@code line} is 0. */
  default RecordingException refusal(long line, String reason) {
    return new RecordingException(name(), line, reason);
  }
}
