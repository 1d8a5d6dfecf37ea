package io.coreyield.analysis.recording;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

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

  /** One row below the header, with as many fields as the header. */
  static final class Row {
    private final CSVRecord fields;
    private final List<String> columns;
    private final long line;

    private Row(CSVRecord fields, List<String> columns, long line) {
      this.fields = fields;
      this.columns = columns;
      this.line = line;
    }

    /** 1-based. */
    long line() {
      return line;
    }

    /** A whole number of either sign. */
    long whole(int column) {
      String text = fields.get(column);
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "%s is '%s', not a whole number".formatted(columns.get(column), text), e);
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
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
        // Numbers need no quotation marks, and one that is never closed would swallow the file.
        CSVParser rows = CSVFormat.RFC4180.builder().setQuote(null).get().parse(text)) {
      readAll(file, rows, reader);
    } catch (UncheckedIOException e) {
      throw file.unreadable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private void readAll(RunFile file, CSVParser rows, RowReader reader) throws RecordingException {
    Iterator<CSVRecord> records = rows.iterator();
    try {
      if (!records.hasNext() || !columns.equals(records.next().toList())) {
        throw file.refusal(
            1,
            "the header is not '%s': restore the file from a copy of the run"
                .formatted(String.join(",", columns)));
      }
      while (records.hasNext()) {
        reader.read(row(records.next(), rows.getCurrentLineNumber()));
      }
    } catch (IllegalArgumentException e) {
      throw refusal(file, rows.getCurrentLineNumber(), String.valueOf(e.getMessage()));
    }
  }

  private Row row(CSVRecord fields, long line) {
    for (String field : fields) {
      if (field.indexOf('"') >= 0) {
        throw new IllegalArgumentException("a quotation mark is out of place");
      }
    }
    if (fields.size() != columns.size()) {
      throw new IllegalArgumentException(
          "the row has %d field%s, not %d"
              .formatted(fields.size(), fields.size() == 1 ? "" : "s", columns.size()));
    }
    return new Row(fields, columns, line);
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
