package io.coreyield.analysis.capture.curve;

import io.coreyield.analysis.model.trial.Captured.CurvePoint;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A catalogue of published curves: CSV, or the same compressed by gzip, under lines {@code #
 * source: …} and {@code # licence: …}. {@code docs/FORMAT.md} lists the columns.
 */
public final class CatalogueCsv {

  private static final int MAX_BYTES = 64 << 20;
  private static final int MAX_ROWS = 100_000;
  private static final int MAX_POINTS = 8192;
  private static final int MAX_CHARS = 200;
  private static final String CURVE = "workers_bogo_ops_per_second";
  private static final List<String> COLUMNS =
      List.of("vendor", "server", "cpu", "logical", "threads_per_core", CURVE);

  private final Path path;

  private CatalogueCsv(Path path) {
    this.path = path;
  }

  /**
   * Reads a file.
   *
   * @throws RecordingException in one sentence with the file, the line and what to do, if it cannot
   *     be read, names no source or licence, or is no catalogue
   */
  public static Catalogue read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new RecordingException(path, "is no file: give a catalogue of published curves");
    }
    CatalogueCsv csv = new CatalogueCsv(path);
    try (InputStream in = csv.open()) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw csv.refusal(
            0, "holds more than %d MiB: give a smaller one".formatted(MAX_BYTES >> 20));
      }
      return csv.catalogue(new String(bytes, StandardCharsets.UTF_8));
    } catch (RecordingException e) {
      throw e;
    } catch (IOException e) {
      throw csv.refusal(0, "cannot be read (%s): get it again".formatted(e.getMessage()));
    }
  }

  private InputStream open() throws IOException {
    InputStream in = Files.newInputStream(path);
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private Catalogue catalogue(String text) throws IOException {
    Map<String, String> about = new HashMap<>();
    Reader rest =
        new BufferedReader(new InputStreamReader(stream(text, about), StandardCharsets.UTF_8));
    for (String needed : List.of("source", "licence")) {
      if (about.getOrDefault(needed, "").isEmpty()) {
        throw refusal(
            0,
            "names no %s: write '# %s: …' as one of its first lines, for figures of others are shown with both"
                .formatted(needed, needed));
      }
    }
    return new Catalogue(
        about.getOrDefault("source", ""),
        about.getOrDefault("source-url", ""),
        about.getOrDefault("licence", ""),
        about.getOrDefault("licence-url", ""),
        about.getOrDefault("method", ""),
        curves(rest, about.size()));
  }

  /** What follows the lines that begin with a number sign. */
  private static InputStream stream(String text, Map<String, String> about) {
    int at = 0;
    while (text.startsWith("#", at)) {
      int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at) + 1;
      String line = text.substring(at + 1, end).strip();
      int colon = line.indexOf(':');
      if (colon > 0) {
        about.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            plain(line.substring(colon + 1)));
      }
      at = end;
    }
    return new java.io.ByteArrayInputStream(text.substring(at).getBytes(StandardCharsets.UTF_8));
  }

  private List<PublishedCurve> curves(Reader rest, int linesAbove) throws IOException {
    List<PublishedCurve> curves = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = format.parse(rest)) {
      for (String column : COLUMNS) {
        if (!rows.getHeaderNames().contains(column)) {
          throw refusal(
              linesAbove + 1,
              "has no column '%s': give a catalogue of published curves".formatted(column));
        }
      }
      for (CSVRecord row : rows) {
        if (curves.size() == MAX_ROWS) {
          throw refusal(0, "has more than %d rows: give fewer".formatted(MAX_ROWS));
        }
        long line = linesAbove + rows.getCurrentLineNumber();
        if (!row.isConsistent()) {
          throw refusal(
              line,
              "the row has %d of %d columns: get it again"
                  .formatted(row.size(), rows.getHeaderNames().size()));
        }
        curves.add(curve(row, line));
      }
    } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
      throw refusal(0, "cannot be read (%s): get it again".formatted(e.getMessage()));
    }
    return curves;
  }

  private PublishedCurve curve(CSVRecord row, long line) throws RecordingException {
    List<CurvePoint> points = new ArrayList<>();
    for (String point : row.get(CURVE).split(" ", MAX_POINTS + 1)) {
      String[] parts = point.split(":", 2);
      if (parts.length != 2
          || !parts[0].matches("[0-9]{1,5}")
          || !parts[1].matches("[0-9]{1,15}(\\.[0-9]{1,15})?")) {
        throw refusal(
            line, "'%s' is no 'workers:throughput': get it again".formatted(plain(point)));
      }
      points.add(new CurvePoint(Integer.parseInt(parts[0]), Double.parseDouble(parts[1])));
    }
    return new PublishedCurve(
        plain(row.get("vendor")),
        plain(row.get("server")),
        plain(row.get("cpu")),
        count(row, "logical", line),
        count(row, "threads_per_core", line),
        points);
  }

  private int count(CSVRecord row, String column, long line) throws RecordingException {
    if (!row.get(column).matches("[1-9][0-9]{0,4}")) {
      throw refusal(
          line,
          "%s is '%s', no number above 0: get it again".formatted(column, plain(row.get(column))));
    }
    return Integer.parseInt(row.get(column));
  }

  private static String plain(String text) {
    String spaced = ControlCharacters.spaced(text);
    return spaced.length() > MAX_CHARS ? spaced.substring(0, MAX_CHARS) : spaced;
  }

  private RecordingException refusal(long line, String reason) {
    return new RecordingException(path.toString(), line, reason);
  }
}
