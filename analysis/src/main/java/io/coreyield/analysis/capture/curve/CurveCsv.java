package io.coreyield.analysis.capture.curve;

import io.coreyield.analysis.capture.CaptureFile;
import io.coreyield.analysis.capture.CapturedRun;
import io.coreyield.analysis.capture.Percents;
import io.coreyield.analysis.model.trial.Captured.Curve;
import io.coreyield.analysis.model.trial.Captured.CurvePoint;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A curve of throughput as two columns, workers and throughput, with a comma, a semicolon or a tab
 * between them. The first line may name the columns; empty lines and those after a {@code #} count
 * for nothing.
 */
public final class CurveCsv {

  /** Rows of a file: more than there are logical CPUs in any machine. */
  static final int MAX_ROWS = 10_000;

  private static final int MAX_WORKERS = 1 << 20;
  private static final double MAX_THROUGHPUT = 1e18;
  private static final double MIN_THROUGHPUT = 1e-9;
  private static final String FIGURE = "[0-9]{1,19}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?";

  private static final Pattern OTHER_SEPARATORS = Pattern.compile("[;\t]");

  private final CaptureFile file;
  private final List<CurvePoint> points = new ArrayList<>();
  private boolean mayBeHeading = true;

  private CurveCsv(CaptureFile file) {
    this.file = file;
  }

  /**
   * Reads files.
   *
   * @param labels what ran: for each file, once for all, or none
   * @throws RecordingException as {@link #read}
   * @throws IllegalArgumentException if there are other numbers of labels, or the unit has no
   *     character or more than 40
   */
  public static List<Curve> readAll(List<Path> files, List<String> labels, String unit)
      throws IOException {
    if (files.isEmpty()) {
      return List.of();
    }
    String plain = Percents.cut(unit);
    if (plain.isEmpty() || !plain.equals(unit)) {
      throw new IllegalArgumentException("--unit needs a text of 1 to 40 characters in one line");
    }
    if (labels.size() > 1 && labels.size() != files.size()) {
      throw new IllegalArgumentException(
          "--what occurs %d times before the first --timing, and the curves are %d: give one for all, or one for each in their order"
              .formatted(labels.size(), files.size()));
    }
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String label = labels.isEmpty() ? "" : labels.get(labels.size() == 1 ? 0 : i);
      curves.add(read(files.get(i), label, unit));
    }
    return curves;
  }

  /**
   * Reads a file.
   *
   * @param what ran; empty to use the name of the file
   * @param unit of the throughput, without "per second"
   * @throws RecordingException in one sentence with the file, the line and what to do, if a row is
   *     not two numbers within the limits, or there is none
   */
  public static Curve read(Path path, String what, String unit) throws IOException {
    CurveCsv csv = new CurveCsv(new CaptureFile(path));
    csv.file.forEachLine(csv::line);
    if (csv.points.isEmpty()) {
      throw csv.file.refusal(
          0, "has no row of workers and throughput: give a CSV file with these two columns");
    }
    String name = CapturedRun.name(path);
    return new Curve(what.isEmpty() ? name : what, name, unit, csv.points);
  }

  private void line(long number, String text) throws RecordingException {
    String row = text.strip();
    if (row.isEmpty() || row.startsWith("#")) {
      return;
    }
    // A comma beside another separator is one of decimals or thousands: nothing says which.
    String separator = OTHER_SEPARATORS.matcher(row).find() ? "[;\t]" : ",";
    List<String> cells = Stream.of(row.split(separator, -1)).map(CurveCsv::plain).toList();
    if (cells.size() != 2) {
      throw file.refusal(
          number,
          "the row has %d of 2 columns: give workers and throughput, with a comma between them and points for decimals"
              .formatted(cells.size()));
    }
    boolean isHeading = mayBeHeading && cells.stream().noneMatch(cell -> cell.matches("[0-9].*"));
    mayBeHeading = false;
    if (!isHeading) {
      add(number, cells.get(0), cells.get(1));
    }
  }

  /** Some programs put every cell in quotes. */
  private static String plain(String cell) {
    return cell.strip().replaceFirst("^\"(.*)\"$", "$1").strip();
  }

  private void add(long line, String workers, String throughput) throws RecordingException {
    int count = workers.matches("[0-9]{1,7}") ? Integer.parseInt(workers) : 0;
    if (count < 1 || count > MAX_WORKERS) {
      throw file.refusal(
          line,
          "'%s' is no number of workers: give a whole number from 1 to %d"
              .formatted(Percents.cut(workers), MAX_WORKERS));
    }
    double figure = throughput.matches(FIGURE) ? Double.parseDouble(throughput) : 0;
    if (!(figure >= MIN_THROUGHPUT && figure <= MAX_THROUGHPUT)) {
      throw file.refusal(
          line,
          "'%s' is no throughput: give a number above 0, up to 1e18, with a point for decimals"
              .formatted(Percents.cut(throughput)));
    }
    if (points.size() == MAX_ROWS) {
      throw file.refusal(
          line,
          "there are more than %d rows: give one for each number of workers".formatted(MAX_ROWS));
    }
    points.add(new CurvePoint(count, figure));
  }
}
