package io.coreyield.fleet.summary;

import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.WholeFile;
import io.coreyield.analysis.wording.PlainText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What machines cost.
 *
 * @param prices the first that fits a machine counts
 */
public record Prices(List<Price> prices) {

  /** Of no machine. */
  public static final Prices NONE = new Prices(List.of());

  private static final String MACHINE = "machine";
  private static final String PRICE = "price_per_hour";
  private static final int MAX_ROWS = 100_000;
  private static final int MAX_CHARS = 200;

  /**
   * A price.
   *
   * @param pattern the name of a machine or of a type of instance, or the beginning of names before
   *     an asterisk
   * @param text as the file has it
   */
  public record Price(String pattern, String text, double perHour) {

    private boolean fits(String machine) {
      return pattern.endsWith("*")
          ? machine.startsWith(pattern.substring(0, pattern.length() - 1))
          : machine.equals(pattern);
    }
  }

  /**
   * Reads a CSV file with the columns {@code machine} and {@code price_per_hour}.
   *
   * @throws RecordingException in one sentence with the file, the line and what to do
   */
  public static Prices read(Path file) throws IOException {
    String text = WholeFile.read(RunFile.at(file));
    List<Price> prices = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = format.parse(new StringReader(text))) {
      if (!rows.getHeaderNames().containsAll(List.of(MACHINE, PRICE))) {
        throw new RecordingException(
            file, "needs the columns '%s' and '%s' in its first line".formatted(MACHINE, PRICE));
      }
      for (CSVRecord row : rows) {
        prices.add(price(file, rows.getCurrentLineNumber(), row));
        if (prices.size() > MAX_ROWS) {
          throw new RecordingException(
              file, "has more than %d rows: give fewer".formatted(MAX_ROWS));
        }
      }
    } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
      throw new RecordingException(
          file, "is no CSV (%s): mend it".formatted(String.valueOf(e.getMessage())));
    }
    return new Prices(prices);
  }

  private static Price price(Path file, long line, CSVRecord row) throws RecordingException {
    String machine = row.isConsistent() ? row.get(MACHINE) : "";
    String price = row.isConsistent() ? row.get(PRICE) : "";
    if (machine.isEmpty()
        || machine.length() > MAX_CHARS
        || !price.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw new RecordingException(
          file.toString(),
          line,
          "'%s' is no price of a machine per hour: give a number such as 0.34"
              .formatted(PlainText.cut(ControlCharacters.spaced(price), MAX_CHARS)));
    }
    return new Price(machine, price, Double.parseDouble(price));
  }

  /** That of a machine by its name, or else by the type of its instance; empty of neither. */
  Optional<Price> of(MachineFigure figure) {
    return Stream.of(Optional.of(figure.machine()), Optional.ofNullable(figure.type()))
        .flatMap(Optional::stream)
        .flatMap(name -> prices.stream().filter(price -> price.fits(name)))
        .findFirst();
  }
}
