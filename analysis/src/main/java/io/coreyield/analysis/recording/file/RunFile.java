package io.coreyield.analysis.recording.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file to read: on disk, in a bundle or in memory. */
public sealed interface RunFile permits FileOnDisk, BundledFile, BytesFile {

  /** Takes the lines of a file, 1-based. */
  @FunctionalInterface
  interface LineReader {
    void line(long number, String text) throws RecordingException;

    /** Takes a last line that does not end: it may have been cut. */
    default void unendedLine(long number, String text) throws RecordingException {
      line(number, text);
    }
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
   * @param onMalformed what becomes of bytes that are no UTF-8
   * @throws RecordingException if the file cannot be read, or has a longer line
   */
  default void forEachLine(int maxLineBytes, CodingErrorAction onMalformed, LineReader reader)
      throws RecordingException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(onMalformed);
    try (CappedInput bytes = CappedInput.lines(this, maxLineBytes);
        BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, decoder))) {
      long number = 0;
      String line = lines.readLine();
      while (line != null) {
        String next = lines.readLine();
        number++;
        if (next == null && bytes.isWithinLine()) {
          reader.unendedLine(number, line);
        } else {
          reader.line(number, line);
        }
        line = next;
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
