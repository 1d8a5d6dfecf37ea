package io.coreyield.analysis.recording;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Comma-separated files of whole numbers under a fixed header.
 *
 * @param path the file
 * @param columns its header
 * @param remedy what to do about a row that cannot be read
 */
record CsvFile(Path path, List<String> columns, String remedy) {

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

  /** Hands every row to {@code reader}, in order. */
  void forEach(RowReader reader) throws IOException {
    try (Reader text = Files.newBufferedReader(path);
        CSVParser rows = CSVFormat.RFC4180.builder().get().parse(text)) {
      readAll(rows, reader);
    } catch (UncheckedIOException e) {
      throw WholeFile.unreadable(path, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw WholeFile.unreadable(path, e);
    }
  }

  private void readAll(CSVParser rows, RowReader reader) throws RecordingException {
    Iterator<CSVRecord> records = rows.iterator();
    try {
      if (!records.hasNext() || !columns.equals(records.next().toList())) {
        throw new RecordingException(
            path,
            1,
            "the header is not '%s': restore the file from a copy of the run"
                .formatted(String.join(",", columns)));
      }
      while (records.hasNext()) {
        reader.read(row(records.next(), rows.getCurrentLineNumber()));
      }
    } catch (IllegalArgumentException e) {
      throw refusal(rows.getCurrentLineNumber(), String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        throw refusal(rows.getCurrentLineNumber(), "a quotation mark is out of place");
      }
      throw e;
    }
  }

  private Row row(CSVRecord fields, long line) {
    if (fields.size() != columns.size()) {
      throw new IllegalArgumentException(
          "the row has %d of %d fields".formatted(fields.size(), columns.size()));
    }
    return new Row(fields, columns, line);
  }

  /** For a row that cannot be read. */
  RecordingException refusal(long line, String reason) {
    return new RecordingException(path, line, "%s: %s".formatted(reason, remedy));
  }

  /** Opens the file at its end, with its header if it is new. */
  BufferedWriter append() throws IOException {
    boolean isNew = !Files.exists(path) || Files.size(path) == 0;
    BufferedWriter out =
        Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (isNew) {
      out.append(String.join(",", columns)).append('\n').flush();
    }
    return out;
  }
}
