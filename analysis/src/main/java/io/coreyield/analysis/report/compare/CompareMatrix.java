package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.report.tables.Cell.Measured;
import io.coreyield.analysis.wording.CompareWords;
import io.coreyield.analysis.wording.ComparedTerm;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds matrices: the figures of one kind against the reference, and the machines. */
final class CompareMatrix {

  private final Comparison comparison;
  private final List<String> notes = new ArrayList<>();

  private CompareMatrix(Comparison comparison) {
    this.comparison = comparison;
  }

  /** One per kind that a run has a figure of. */
  static List<Matrix> figures(Comparison comparison) {
    return Stream.of(Kind.values())
        .map(kind -> new CompareMatrix(comparison).figures(kind))
        .filter(matrix -> !matrix.rows().isEmpty())
        .toList();
  }

  /** Terms as rows, except those that no run knows. */
  static Matrix machines(Comparison comparison) {
    List<Matrix.Row> rows =
        ComparedTerm.ALL.stream()
            .map(term ->
                new Matrix.Row(
                    term.name(), cells(comparison, run -> Matrix.Cell.words(term.of(run)))))
            .filter(row -> row.cells().stream().anyMatch(c -> !c.text().equals(Unit.NONE)))
            .toList();
    return matrix(comparison, "machines", "What was measured, and on what", rows, List.of());
  }

  private static List<Matrix.Cell> cells(
      Comparison comparison, Function<ComparedRun, Matrix.Cell> cell) {
    return comparison.runs().stream().map(cell).toList();
  }

  private static Matrix matrix(
      Comparison comparison,
      String name,
      String caption,
      List<Matrix.Row> rows,
      List<String> notes) {
    List<String> columns = comparison.runs().stream().map(ComparedRun::name).toList();
    return new Matrix(name, caption, columns, comparison.reference(), rows, notes);
  }

  private Matrix figures(Kind kind) {
    List<Matrix.Row> rows =
        comparison.rows().stream()
            .filter(row -> row.kind() == kind && hasValue(row))
            .map(this::row)
            .toList();
    return matrix(comparison, kind.id(), kind.title(), rows, List.copyOf(notes));
  }

  private boolean hasValue(Row row) {
    return comparison.runs().stream()
        .map(run -> run.reading(row))
        .anyMatch(reading -> reading != null && reading.estimate().hasValue());
  }

  private Matrix.Row row(Row row) {
    return new Matrix.Row(
        row.subject(),
        IntStream.range(0, comparison.runs().size()).mapToObj(run -> cell(run, row)).toList());
  }

  private Matrix.Cell cell(int run, Row row) {
    Reading reading = comparison.runs().get(run).reading(row);
    if (reading == null) {
      return Matrix.Cell.words(Unit.NONE);
    }
    String words = "";
    String word = "";
    String wordClass = "";
    int note = 0;
    switch (comparison.difference(run, row).orElse(new Difference.Itself())) {
      case Difference.Told told -> {
        words = CompareWords.difference(row.kind(), told);
        word = told.word().id();
        wordClass =
            switch (told.word()) {
              case LARGER -> "larger";
              case SMALLER -> "smaller";
              case CANNOT_TELL -> "open";
            };
      }
      case Difference.Refused refused when reading.estimate().hasValue() -> note = note(refused);
      case Difference.Refused _, Difference.Itself _ -> {}
    }
    Measured figure = new Measured(reading.estimate(), CompareWords.unit(row.kind()));
    return new Matrix.Cell(
        figure.text(), figure.exact(), figure.detail(), words, word, wordClass, note);
  }

  private int note(Difference.Refused refused) {
    String reason = CompareWords.reason(refused);
    if (!notes.contains(reason)) {
      notes.add(reason);
    }
    return notes.indexOf(reason) + 1;
  }
}
