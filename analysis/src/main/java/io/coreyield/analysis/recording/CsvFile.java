package io.coreyield.analysis.recording;

import io.coreyield.analysis.recording.file.CappedInput;
import io.coreyield.analysis.recording.file.Limits;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Comma-separated files of whole numbers under a fixed header.
 *
 * @param columns the header
 * @param remedy what to do about a row that cannot be read
 */
record CsvFile(List<String> columns, String remedy) {

  /** Takes one row; an {@link IllegalArgumentException} is reported with the row's line. */
  @FunctionalInterface
  interface RowReader {
    void read(Row row) throws RecordingException;
  }

  /**
   * One row below the header, with as many fields as the header; only until the next one is read.
   */
  static final class Row {
    private final List<String> columns;
    private final int[] ends;
    private String text = "";
    private long line = 1;

    private Row(List<String> columns) {
      this.columns = columns;
      this.ends = new int[columns.size()];
    }

    private void set(String text) {
      this.text = text;
      line++;
      if (text.indexOf('"') >= 0) {
        throw new IllegalArgumentException("a quotation mark is out of place");
      }
      int fields = 0;
      for (int end = -1; end < text.length(); fields++) {
        int comma = text.indexOf(',', end + 1);
        end = comma < 0 ? text.length() : comma;
        if (fields < ends.length) {
          ends[fields] = end;
        }
      }
      if (fields != ends.length) {
        throw new IllegalArgumentException(
            "the row has %d field%s, not %d"
                .formatted(fields, fields == 1 ? "" : "s", ends.length));
      }
    }

    /** 1-based. */
    long line() {
      return line;
    }

    /** A whole number of either sign. */
    long whole(int column) {
      int start = column == 0 ? 0 : ends[column - 1] + 1;
      try {
        return Long.parseLong(text, start, ends[column], 10);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "%s is '%s', not a whole number"
                .formatted(columns.get(column), text.substring(start, ends[column])),
            e);
      }
    }

    /** A whole number of 0 or more. */
    long count(int column) {
      long number = whole(column);
      if (number < 0) {
        throw new IllegalArgumentException(
            "%s is %d, below 0".formatted(columns.get(column), number));
      }
      return number;
    }
  }

  /** Hands every row of a file to {@code reader}, in order. */
  void forEach(RunFile file, RowReader reader) throws IOException {
    try (InputStream bytes = CappedInput.lines(file, Limits.CSV_LINE_BYTES);
        // A decoder of its own refuses what is not UTF-8; a character set would replace it.
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()))) {
      readAll(file, lines, reader);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /**
   * Fields are split here: numbers are never quoted, and millions of them take a library seconds.
   */
  private void readAll(RunFile file, BufferedReader lines, RowReader reader) throws IOException {
    String header = String.join(",", columns);
    if (!header.equals(lines.readLine())) {
      throw file.refusal(
          1, "the header is not '%s': restore the file from a copy of the run".formatted(header));
    }
    Row row = new Row(columns);
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        row.set(line);
        reader.read(row);
      }
    } catch (IllegalArgumentException e) {
      throw refusal(file, row.line, String.valueOf(e.getMessage()));
    }
  }

  /** For a row that cannot be read. */
  RecordingException refusal(RunFile file, long line, String reason) {
    return file.refusal(line, "%s: %s".formatted(reason, remedy));
  }

  /** Opens a file at its end, with its header if it is new. */
  BufferedWriter append(Path path) throws IOException {
    boolean isNew = !Files.exists(path) || Files.size(path) == 0;
    BufferedWriter out =
        Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (isNew) {
      out.append(String.join(",", columns)).append('\n').flush();
    }
    return out;
  }
}
