package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.io.BufferedInputStream;
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
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file to import, read within the limits.
 *
 * @param path of the file
 */
record CaptureFile(Path path) {

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int LAST_BYTES = 1 << 16;

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
    requireNoUtf16();
    return this;
  }

  private void requireNoUtf16() throws IOException {
    try (InputStream in = open()) {
      byte[] start = in.readNBytes(2);
      if (start.length == 2 && (start[0] == 0 || start[1] == 0 || isMark(start))) {
        throw refusal(0, "is UTF-16, or no text: save it as UTF-8");
      }
    }
  }

  private static boolean isMark(byte[] start) {
    return (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)
        || (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE);
  }

  /**
   * Whether the last line has something and no end, as where a file was cut: its last number may be
   * a part of one.
   */
  boolean isOpenEnded() throws IOException {
    try (InputStream in = open()) {
      in.skip(Math.max(0, Files.size(path) - LAST_BYTES));
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      String last = text.substring(text.lastIndexOf('\n') + 1);
      return last.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "").chars().anyMatch(Character::isDigit);
    }
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

  /** The bytes, without the mark that some programs of Windows put before UTF-8. */
  InputStream open() throws IOException {
    try {
      BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(path));
      bytes.mark(BOM.length);
      if (!Arrays.equals(bytes.readNBytes(BOM.length), BOM)) {
        bytes.reset();
      }
      return bytes;
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
