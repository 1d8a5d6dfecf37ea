package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The output of dstat or dool with {@code --output}. */
final class DstatCsv {

  private final CaptureFile file;
  private final StampClock clock;
  private final DstatSeries series;
  private List<String> groups = List.of();

  private DstatCsv(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
    this.series = new DstatSeries(file, clock);
  }

  /** Whether a file that begins so is one. */
  static boolean isIt(String beginning) {
    String first = beginning.strip().lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    return first.matches("\"?(pcp-)?(dstat|dool).*csv output.*");
  }

  static Capture read(CaptureFile file, StampClock clock) throws IOException {
    DstatCsv csv = new DstatCsv(file, clock);
    file.forEachLine(csv::line);
    return csv.series.end(
        "has no header that names single CPUs: capture with -t -C 0,1,… --output FILE");
  }

  private void line(long number, String raw) throws RecordingException {
    List<String> fields = fields(number, TerminalText.shown(raw));
    if (fields.stream().allMatch(String::isBlank)) {
      return;
    }
    String first = fields.getFirst();
    List<String> names = fields.stream().map(DstatCsv::afterColon).toList();
    if (fields.size() == 1) {
      series.setTool(tool(first.toLowerCase(Locale.ROOT)));
    } else if (first.equals("Author:") || first.equals("Host:")) {
      return;
    } else if (first.equals("Cmdline:")) {
      clock.readLine(fields.getLast());
    } else if (names.contains("usr") && names.contains("idl")) {
      series.restart();
      series.header(number, headings(names));
    } else if (!series.hasHeader() || fields.stream().anyMatch(f -> f.contains(" usage"))) {
      groups = fields;
    } else {
      series.row(number, trimmed(fields));
    }
  }

  private static String tool(String title) {
    return title.contains("dool") ? "dool" : title.contains("pcp") ? "pcp-dstat" : "dstat";
  }

  /** A group is named over its first column only. */
  private List<DstatColumns.Heading> headings(List<String> names) {
    List<DstatColumns.Heading> headings = new ArrayList<>();
    String group = "";
    for (int i = 0; i < names.size(); i++) {
      String above = i < groups.size() ? groups.get(i).strip() : "";
      group = above.isEmpty() ? group : above;
      headings.add(new DstatColumns.Heading(group, names.get(i)));
    }
    return headings;
  }

  private static String afterColon(String name) {
    return name.substring(name.lastIndexOf(':') + 1).strip();
  }

  /** Some versions end each row with a comma. */
  private List<String> trimmed(List<String> fields) {
    boolean hasEmptyEnd = fields.size() == series.width() + 1 && fields.getLast().isEmpty();
    return hasEmptyEnd ? fields.subList(0, series.width()) : fields;
  }

  private List<String> fields(long number, String line) throws RecordingException {
    try (CSVParser parser = CSVFormat.RFC4180.builder().get().parse(new StringReader(line))) {
      return parser.getRecords().stream().flatMap(r -> r.toList().stream()).toList();
    } catch (IOException | UncheckedIOException e) {
      throw file.refusal(
          number, "a quotation mark is out of place: delete the line if it was cut off");
    }
  }
}
