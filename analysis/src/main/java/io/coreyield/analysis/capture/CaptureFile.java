package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A file to import, read within the limits, and the warnings that arise while it is read. */
public final class CaptureFile {

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int LAST_BYTES = 1 << 16;
  private static final int MAX_LEFT_OUT = 200;

  private final Path path;
  private final List<Warning> warnings = new ArrayList<>();
  private final NavigableSet<String> leftOut = new TreeSet<>();
  private final NavigableMap<Integer, LogicalCpu> places = new TreeMap<>();

  /** Takes the lines of a file, 1-based. */
  @FunctionalInterface
  public interface LineReader {
    void line(long number, String text) throws RecordingException;
  }

  /**
   * Checks the file before it is read.
   *
   * @throws RecordingException if it is missing, no file, empty, too large, in UTF-16 or binary
   */
  public CaptureFile(Path path) throws IOException {
    this.path = path;
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
    String bytes;
    try (InputStream in = open()) {
      bytes = HexFormat.of().formatHex(in.readNBytes(2));
    }
    RecordingException binary = OtherFormats.binary(this, bytes);
    if (binary != null) {
      throw binary;
    }
    if (bytes.matches("feff|fffe|00..|..00")) {
      throw refusal(0, "is UTF-16, or no text: save it as UTF-8");
    }
  }

  /**
   * Checks the size.
   *
   * @throws RecordingException if the file is larger
   */
  public void requireAtMost(long bytes) throws IOException {
    if (Files.size(path) > bytes) {
      throw refusal(
          0,
          "is larger than %d MiB, more than an import holds: capture for a shorter time, or less often"
              .formatted(bytes >> 20));
    }
  }

  /** Whether the last line has no end: if the file was cut there, its last number is too small. */
  boolean isOpenEnded() throws IOException {
    try (InputStream in = open()) {
      in.skip(Math.max(0, Files.size(path) - LAST_BYTES));
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      String last = text.substring(text.lastIndexOf('\n') + 1);
      return last.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "").chars().anyMatch(Character::isDigit);
    }
  }

  Instant lastModified() throws IOException {
    return Files.getLastModifiedTime(path).toInstant();
  }

  /** What is wrong at a line, or with the whole file at line 0, and the remedy. */
  public RecordingException refusal(long line, String reason) {
    return new RecordingException(path.toString(), line, reason);
  }

  void warn(String code, String message, String remedy) {
    warnings.add(new Warning(code, message, remedy));
  }

  /** Notes a figure that a run has no place for. */
  void leaveOut(String name) {
    if (leftOut.size() < MAX_LEFT_OUT) {
      leftOut.add(Percents.cut(name));
    }
  }

  /**
   * Notes where a logical CPU is; one that the capture contradicts itself about keeps the first.
   */
  void place(int cpu, int core, int pkg, int numaNode) {
    places.putIfAbsent(cpu, new LogicalCpu(cpu, core, pkg, numaNode, 0, true));
  }

  /** The whole capture, with the warnings so far. */
  Capture capture(String tool, Capture.SystemFacts system, List<Capture.Stretch> stretches) {
    List<Warning> all = new ArrayList<>(warnings);
    if (!leftOut.isEmpty()) {
      all.add(
          new Warning(
              "import-not-held",
              "a run has no place for these figures of the capture, so they are left out: "
                  + String.join(", ", leftOut),
              "Keep the capture if they matter."));
    }
    return new Capture(path, tool, system, stretches, List.copyOf(places.values()), all);
  }

  /** The bytes, without the byte order mark that Windows programs put before UTF-8. */
  public InputStream open() throws IOException {
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

  String beginning(int bytes) throws IOException {
    try (InputStream in = open()) {
      return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }
  }

  /** Hands over each line as it came: with escape sequences, without its end. */
  public void forEachLine(LineReader reader) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      long number = 1;
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '\n') {
          reader.line(number++, line.toString());
          line.setLength(0);
        } else if (line.length() == CaptureLimits.MAX_LINE_CHARS) {
          throw refusal(
              number,
              "the line is longer than %d characters, so it is no capture: give the file that the tool wrote"
                  .formatted(CaptureLimits.MAX_LINE_CHARS));
        } else {
          line.append((char) c);
        }
      }
      if (!line.isEmpty()) {
        reader.line(number, line.toString());
      }
    }
  }
}
