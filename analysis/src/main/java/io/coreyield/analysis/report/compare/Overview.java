package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.Highlights;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.compare.CompareWords;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is read first: figures of one kind, a line per run and a column per kind of code. A cell has
 * the difference from the baseline, in two digits.
 *
 * @param kind of the figures
 * @param caption what they answer
 * @param columns kinds of code
 * @param lines in the order of the runs
 * @param notes why figures are not compared; numbers in cells refer to them, from 1
 */
public record Overview(
    Kind kind, String caption, List<Column> columns, List<Line> lines, List<String> notes) {

  /**
   * A kind of code.
   *
   * @param code the end of "your code …", or the name of a program
   * @param name of the kernel; empty of a program
   */
  public record Column(String code, String name) {
    private static Column of(Row row) {
      return new Column(CompareWords.code(row), row.kernel() == null ? "" : row.kernel().id());
    }
  }

  /**
   * A run.
   *
   * @param machine in a few words
   */
  public record Line(String run, String machine, boolean isBaseline, List<Cell> cells) {}

  /**
   * A figure of a run.
   *
   * @param text the difference; of the baseline, and where there is none, the figure
   * @param figure of the run, where the text is a difference; otherwise empty
   * @param css larger, smaller or open; empty where nothing is compared
   * @param note number of the reason why it is not compared; 0 where there is none
   */
  public record Cell(String text, String figure, String css, int note) {}

  /** Those of a comparison, the first question first. */
  static List<Overview> of(Comparison comparison) {
    return Highlights.of(comparison).stream().map(some -> of(comparison, some)).toList();
  }

  private static Overview of(Comparison comparison, Highlights highlights) {
    Notes notes = new Notes();
    List<Line> lines =
        IntStream.range(0, comparison.runs().size())
            .mapToObj(run -> line(comparison, run, highlights.rows(), notes))
            .toList();
    return new Overview(
        highlights.kind(),
        CompareWords.question(highlights.kind()),
        highlights.rows().stream().map(Column::of).toList(),
        lines,
        notes.all());
  }

  private static Line line(Comparison comparison, int run, List<Row> rows, Notes notes) {
    ComparedRun compared = comparison.runs().get(run);
    return new Line(
        compared.name(),
        CompareWords.machine(compared),
        run == comparison.baseline(),
        rows.stream().map(row -> cell(comparison, run, row, notes)).toList());
  }

  private static Cell cell(Comparison comparison, int run, Row row, Notes notes) {
    Reading reading = comparison.runs().get(run).reading(row);
    String figure =
        reading == null
            ? Unit.NONE
            : CompareWords.unit(row.kind()).brief(reading.estimate().value());
    return switch (comparison.difference(run, row).orElse(new Difference.Itself())) {
      case Difference.Measured measured ->
          new Cell(
              CompareWords.brief(row.kind(), measured), figure, Matrix.css(measured.word()), 0);
      case Difference.Refused refused ->
          new Cell(figure, "", "", notes.number(CompareWords.reason(refused)));
      case Difference.Itself() -> new Cell(figure, "", "", 0);
    };
  }
}
