package io.coreyield.analysis.recording.capture;

import io.coreyield.analysis.recording.RecordingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file to import, read within the limits.
 *
 * @param path of the file
 */
record CaptureFile(Path path) {

  /** Takes the lines of a file, 1-based. */
  @FunctionalInterface
  interface LineReader {
    void line(long number, String text) throws RecordingException;
  }

  /**
   * Looks at the file before it is opened.
   *
   * @throws RecordingException if it is missing, no file, empty or too large
   */
  CaptureFile checked() throws IOException {
    if (!Files.exists(path)) {
      throw refusal(0, "does not exist: give the file that the other tool wrote");
    }
    if (!Files.isRegularFile(path)) {
      throw refusal(0, "is not a file: give the file that the other tool wrote");
    }
    if (Files.size(path) == 0) {
      throw refusal(0, "is empty: capture again");
    }
    requireAtMost(CaptureLimits.MAX_FILE_BYTES);
    return this;
  }

  void requireAtMost(long bytes) throws IOException {
    if (Files.size(path) > bytes) {
      throw refusal(
          0,
          "is larger than %d MiB, more than an import holds: capture for a shorter time, or less often"
              .formatted(bytes >> 20));
    }
  }

  /** When the file was written last. */
  Instant modified() throws IOException {
    return Files.getLastModifiedTime(path).toInstant();
  }

  RecordingException refusal(long line, String reason) {
    return new RecordingException(path, line, reason);
  }

  InputStream open() throws IOException {
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException | AccessDeniedException e) {
      throw refusal(0, "may not be read: give yourself the right to read it");
    }
  }

  /** The first characters, whatever they are. */
  String beginning(int chars) throws IOException {
    try (Reader in = new InputStreamReader(open(), StandardCharsets.UTF_8)) {
      char[] buffer = new char[chars];
      int filled = 0;
      int got = in.read(buffer, 0, chars);
      while (got > 0) {
        filled += got;
        got = in.read(buffer, filled, chars - filled);
      }
      return new String(buffer, 0, filled);
    }
  }

  /** Hands over every line as it came: with escape sequences, without its end. */
  void forEachLine(LineReader reader) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
      long number = 1;
      String line = line(in, number);
      while (line != null) {
        reader.line(number, line);
        number++;
        line = line(in, number);
      }
    }
  }

  private @Nullable String line(Reader in, long number) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() == CaptureLimits.MAX_LINE_CHARS) {
        throw refusal(
            number,
            "the line is longer than %d characters, so it is no capture: give the file that the tool wrote"
                .formatted(CaptureLimits.MAX_LINE_CHARS));
      }
      line.append((char) c);
      c = in.read();
    }
    return line.toString();
  }
}
