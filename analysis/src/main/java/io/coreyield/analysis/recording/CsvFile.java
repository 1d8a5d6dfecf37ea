package io.coreyield.analysis.recording;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated files of whole numbers under a fixed header. */
final class CsvFile {

  private static final String REMEDY = "restore the file, or delete that line";

  private CsvFile() {}

  /** Takes one row; number format errors and {@link IllegalArgumentException} name the line. */
  @FunctionalInterface
  interface RowReader {
    void row(CSVRecord row) throws RecordingException;
  }

  static void forEach(Path file, List<String> columns, RowReader reader) throws IOException {
    try (Reader text = Files.newBufferedReader(file);
        CSVParser rows = CSVFormat.RFC4180.builder().get().parse(text)) {
      readAll(file, columns, rows, reader);
    } catch (NoSuchFileException e) {
      throw WholeFile.missing(file);
    } catch (CharacterCodingException e) {
      throw new RecordingException(file, "is not UTF-8 text: restore it from a copy of the run");
    }
  }

  private static void readAll(Path file, List<String> columns, CSVParser rows, RowReader reader)
      throws IOException {
    try {
      Iterator<CSVRecord> iterator = rows.iterator();
      if (!iterator.hasNext() || !columns.equals(iterator.next().toList())) {
        throw new RecordingException(
            file,
            1,
            "the header is not '%s': restore the file".formatted(String.join(",", columns)));
      }
      while (iterator.hasNext()) {
        CSVRecord row = iterator.next();
        if (row.size() != columns.size()) {
          throw new RecordingException(
              file,
              rows.getCurrentLineNumber(),
              "%d fields instead of %d: %s".formatted(row.size(), columns.size(), REMEDY));
        }
        reader.row(row);
      }
    } catch (NumberFormatException e) {
      throw new RecordingException(
          file,
          rows.getCurrentLineNumber(),
          "not a whole number (%s): %s".formatted(e.getMessage(), REMEDY));
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new RecordingException(
          file, rows.getCurrentLineNumber(), "%s: %s".formatted(e.getMessage(), REMEDY));
    }
  }

  /** Opens the file at its end, with its header if it is new. */
  static BufferedWriter append(Path file, List<String> columns) throws IOException {
    boolean isNew = !Files.exists(file) || Files.size(file) == 0;
    BufferedWriter out =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (isNew) {
      out.append(String.join(",", columns)).append('\n').flush();
    }
    return out;
  }
}
