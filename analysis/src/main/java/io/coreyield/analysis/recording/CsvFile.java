package io.coreyield.analysis.recording;

import io.coreyield.analysis.recording.file.AppendedFile;
import io.coreyield.analysis.recording.file.Limits;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Comma-separated files of whole numbers under a fixed header.
 *
 * @param remedy what to do about a row that cannot be read
 */
record CsvFile(String header, String remedy) {

  /** Takes one row; an {@link IllegalArgumentException} is reported with the row's line. */
  @FunctionalInterface
  interface RowReader {
    void read(Row row) throws RecordingException;

    /** There was a row that cannot be read, and is left out. */
    default void unreadable() {}
  }

  /** One row with as many fields as the header, valid until the next one is read. */
  static final class Row {
    private final String[] columns;
    private final int[] ends;
    private String text = "";
    private long line;

    private Row(String header) {
      this.columns = header.split(",", -1);
      this.ends = new int[columns.length];
    }

    /** Splits by hand: numbers are never quoted, and a library takes seconds for millions. */
    private void set(String text) {
      this.text = text;
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

    boolean isEmpty(int column) {
      return start(column) == ends[column];
    }

    private int start(int column) {
      return column == 0 ? 0 : ends[column - 1] + 1;
    }

    /** A whole number of either sign. */
    long whole(int column) {
      int start = start(column);
      try {
        return Long.parseLong(text, start, ends[column], 10);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "%s is '%s', not a whole number"
                .formatted(columns[column], text.substring(start, ends[column])),
            e);
      }
    }

    /** A whole number of 0 or more. */
    long count(int column) {
      long number = whole(column);
      if (number < 0) {
        throw new IllegalArgumentException("%s is %d, below 0".formatted(columns[column], number));
      }
      return number;
    }
  }

  /** Hands every row of a file that can be read to {@code reader}, in order. */
  void forEach(RunFile file, UnreadableLines unreadable, RowReader reader) throws IOException {
    Rows rows = new Rows(this, file, unreadable, new Row(header), reader);
    file.forEachLine(Limits.CSV_LINE_BYTES, unreadable.onMalformed(), rows);
    if (rows.row.line == 0) {
      requireHeader(file, "");
    }
  }

  private record Rows(
      CsvFile format, RunFile file, UnreadableLines unreadable, Row row, RowReader reader)
      implements RunFile.LineReader {

    @Override
    public void line(long number, String text) throws RecordingException {
      row.line = number;
      if (number == 1) {
        format.requireHeader(file, text);
        return;
      }
      try {
        row.set(text);
        reader.read(row);
      } catch (IllegalArgumentException e) {
        fault(String.valueOf(e.getMessage()));
      }
    }

    /** A number may have lost its last digits, and still be one. */
    @Override
    public void unendedLine(long number, String text) throws RecordingException {
      if (number == 1) {
        line(number, text);
        return;
      }
      row.line = number;
      fault("the row has no end, so it was cut");
    }

    private void fault(String reason) throws RecordingException {
      unreadable.add(row.line, format.refusal(file, row.line, reason));
      reader.unreadable();
    }
  }

  private void requireHeader(RunFile file, String text) throws RecordingException {
    if (!text.equals(header)) {
      throw file.refusal(
          1, "the header is not '%s': restore the file from a copy of the run".formatted(header));
    }
  }

  /** For a row that cannot be read. */
  RecordingException refusal(RunFile file, long line, String reason) {
    return file.refusal(line, "%s: %s".formatted(reason, remedy));
  }

  /** Opens a file at its end, with its header if it is new. */
  AppendedFile append(Path path) throws IOException {
    return append(path, header);
  }

  /** The same for a file that is written only. */
  static AppendedFile append(Path path, String header) throws IOException {
    AppendedFile out = AppendedFile.open(path);
    try {
      if (out.isEmpty()) {
        out.append(header + "\n");
      }
      return out;
    } catch (IOException e) {
      out.close();
      throw e;
    }
  }
}
