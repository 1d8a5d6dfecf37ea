package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.comparison.Word;
import io.coreyield.analysis.report.compare.ComparePage.Matrix;
import io.coreyield.analysis.report.compare.ComparePage.MatrixCell;
import io.coreyield.analysis.report.compare.ComparePage.MatrixRow;
import io.coreyield.analysis.report.tables.Cell;
import io.coreyield.analysis.wording.CompareWords;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of one kind with a machine per column, each against the reference. */
final class CompareMatrix {

  private final Comparison comparison;
  private final List<String> notes = new ArrayList<>();

  private CompareMatrix(Comparison comparison) {
    this.comparison = comparison;
  }

  /** One per kind that a run has a figure of. */
  static List<Matrix> all(Comparison comparison) {
    return Stream.of(Kind.values())
        .filter(kind -> comparison.rows().stream().anyMatch(row -> row.kind() == kind))
        .map(kind -> new CompareMatrix(comparison).of(kind))
        .filter(matrix -> !matrix.rows().isEmpty())
        .toList();
  }

  /** The names of the machines, in order. */
  static List<String> names(Comparison comparison) {
    return comparison.runs().stream().map(ComparedRun::name).toList();
  }

  private Matrix of(Kind kind) {
    List<MatrixRow> rows =
        comparison.rows().stream()
            .filter(row -> row.kind() == kind)
            .filter(this::hasValue)
            .map(this::row)
            .toList();
    return new Matrix(
        kind.id(), kind.title(), names(comparison), comparison.reference(), rows, notes);
  }

  private boolean hasValue(Row row) {
    return comparison.runs().stream()
        .map(run -> run.reading(row))
        .anyMatch(reading -> reading != null && reading.estimate().hasValue());
  }

  private MatrixRow row(Row row) {
    return new MatrixRow(
        row.subject(),
        IntStream.range(0, comparison.runs().size()).mapToObj(run -> cell(run, row)).toList());
  }

  private MatrixCell cell(int run, Row row) {
    Reading reading = comparison.runs().get(run).reading(row);
    if (reading == null) {
      return MatrixCell.words(Unit.NONE);
    }
    Cell.Measured figure = new Cell.Measured(reading.estimate(), CompareWords.unit(row.kind()));
    @Nullable Difference difference = comparison.difference(run, row).orElse(null);
    return switch (difference) {
      case Difference.Told told ->
          cell(figure, CompareWords.difference(row.kind(), told), told.word());
      case Difference.Refused refused when reading.estimate().hasValue() ->
          new MatrixCell(
              figure.text(), figure.exact(), figure.detail(), "", "", null, note(refused));
      case null, default ->
          new MatrixCell(figure.text(), figure.exact(), figure.detail(), "", "", null, 0);
    };
  }

  private static MatrixCell cell(Cell.Measured figure, String difference, Word word) {
    return new MatrixCell(
        figure.text(),
        figure.exact(),
        figure.detail(),
        difference,
        word.id(),
        switch (word) {
          case LARGER -> "larger";
          case SMALLER -> "smaller";
          case CANNOT_TELL -> "open";
        },
        0);
  }

  private int note(Difference.Refused refused) {
    if (!notes.contains(CompareWords.reason(refused))) {
      notes.add(CompareWords.reason(refused));
    }
    return notes.indexOf(CompareWords.reason(refused)) + 1;
  }
}
