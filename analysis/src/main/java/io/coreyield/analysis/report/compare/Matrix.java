package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.report.tables.Cell.Measured;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.compare.CompareWords;
import io.coreyield.analysis.wording.compare.ComparedTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table with a run per column.
 *
 * @param name lower case
 * @param caption what it shows
 * @param columns names of the runs
 * @param baseline the column that the others are compared with
 * @param rows from top to bottom
 * @param notes why figures are not compared; numbers in cells refer to them, from 1
 */
public record Matrix(
    String name,
    String caption,
    List<String> columns,
    int baseline,
    List<Line> rows,
    List<String> notes) {

  /** A row with its heading. */
  public record Line(String heading, List<Cell> cells) {}

  /**
   * A figure of one run.
   *
   * @param text the figure, or words
   * @param exact as a program reads it; empty of words
   * @param detail its interval, or why there is none
   * @param difference from the baseline, with its interval; empty where it is not compared
   * @param word of the difference; empty where it is not compared
   * @param wordClass the CSS class of the word; empty where there is none
   * @param note number of the reason why it is not compared; 0 where there is none
   */
  public record Cell(
      String text,
      String exact,
      String detail,
      String difference,
      String word,
      String wordClass,
      int note) {

    private static Cell words(String text) {
      return new Cell(text, "", "", "", "", "", 0);
    }
  }

  /** The figures of each kind that a run has a figure of. */
  static List<Matrix> figures(Comparison comparison) {
    return Stream.of(Kind.values())
        .map(kind -> figures(comparison, kind))
        .filter(matrix -> !matrix.rows.isEmpty())
        .toList();
  }

  /** The machines: terms as rows, except those that no run knows. */
  static Matrix machines(Comparison comparison) {
    List<Line> rows = new ArrayList<>();
    for (ComparedTerm term : ComparedTerm.ALL) {
      List<String> values = comparison.runs().stream().map(term::of).toList();
      if (values.stream().anyMatch(value -> !value.equals(Unit.NONE))) {
        rows.add(new Line(term.name(), values.stream().map(Cell::words).toList()));
      }
    }
    return of(comparison, "machines", "What was measured, and on what", rows, List.of());
  }

  private static Matrix of(
      Comparison comparison, String name, String caption, List<Line> rows, List<String> notes) {
    List<String> columns = comparison.runs().stream().map(ComparedRun::name).toList();
    return new Matrix(name, caption, columns, comparison.baseline(), rows, notes);
  }

  private static Matrix figures(Comparison comparison, Kind kind) {
    Notes notes = new Notes();
    List<Line> rows = new ArrayList<>();
    for (Row row : comparison.rows()) {
      if (row.kind() == kind
          && comparison.runs().stream().anyMatch(run -> run.value(row).isPresent())) {
        List<Cell> cells =
            IntStream.range(0, comparison.runs().size())
                .mapToObj(run -> cell(comparison, run, row, notes))
                .toList();
        rows.add(new Line(CompareWords.subject(row), cells));
      }
    }
    return of(comparison, kind.id(), CompareWords.title(kind), rows, notes.all());
  }

  private static Cell cell(Comparison comparison, int run, Row row, Notes notes) {
    Reading reading = comparison.runs().get(run).reading(row);
    if (reading == null) {
      return Cell.words(Unit.NONE);
    }
    Measured figure = new Measured(reading.estimate(), CompareWords.unit(row.kind()));
    String words = "";
    String word = "";
    String wordClass = "";
    int note = 0;
    switch (comparison.difference(run, row).orElse(new Difference.Itself())) {
      case Difference.Measured difference -> {
        words = CompareWords.difference(row.kind(), difference);
        word = difference.word().id();
        wordClass = css(difference.word());
      }
      case Difference.Refused refused when reading.estimate().hasValue() ->
          note = notes.number(CompareWords.reason(refused));
      case Difference.Refused _, Difference.Itself _ -> {}
    }
    return new Cell(figure.text(), figure.exact(), figure.detail(), words, word, wordClass, note);
  }

  /** The CSS class of a word. */
  static String css(Direction word) {
    return switch (word) {
      case LARGER -> "larger";
      case SMALLER -> "smaller";
      case CANNOT_TELL -> "open";
    };
  }
}
