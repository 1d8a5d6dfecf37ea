package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The columns of a table, each with how its cell is read from what a row is about. */
public final class Columns<T> {

  private final List<Column> columns = new ArrayList<>();
  private final List<Function<? super T, ? extends Cell>> cells = new ArrayList<>();

  public Columns<T> words(String id, String heading, Function<? super T, String> words) {
    return cell(Column.words(id, heading), row -> new Cell.Words(words.apply(row)));
  }

  public Columns<T> count(String id, String heading, ToLongFunction<? super T> count) {
    return cell(Column.number(id, heading), row -> new Cell.Count(count.applyAsLong(row)));
  }

  public Columns<T> figure(
      String id, String heading, Unit unit, ToDoubleFunction<? super T> figure) {
    return figure(id, heading, row -> unit, figure);
  }

  /** A figure whose unit depends on the row. */
  public Columns<T> figure(
      String id,
      String heading,
      Function<? super T, Unit> unit,
      ToDoubleFunction<? super T> figure) {
    return cell(
        Column.number(id, heading),
        row -> new Cell.Figure(figure.applyAsDouble(row), unit.apply(row)));
  }

  public Columns<T> measured(
      String id, String heading, Unit unit, Function<? super T, Estimate> estimate) {
    return measured(id, heading, row -> unit, estimate);
  }

  /** A figure with its interval, whose unit depends on the row. */
  public Columns<T> measured(
      String id,
      String heading,
      Function<? super T, Unit> unit,
      Function<? super T, Estimate> estimate) {
    return cell(
        Column.measured(id, heading),
        row -> new Cell.Measured(estimate.apply(row), unit.apply(row)));
  }

  /** A column of measured figures, with a cell that depends on the row. */
  Columns<T> measured(String id, String heading, Function<? super T, ? extends Cell> cell) {
    return cell(Column.measured(id, heading), cell);
  }

  Columns<T> share(String id, String heading, Function<? super T, Cell.Share> share) {
    return cell(Column.share(id, heading), share);
  }

  /** What was run: two columns. */
  Columns<T> kernelAndModel(Function<T, Kernel> kernel, Function<T, ConcurrencyModel> model) {
    return words("kernel", "Kernel", row -> kernel.apply(row).id())
        .words("model", "Model", row -> model.apply(row).id());
  }

  /** A configuration: five columns. */
  Columns<T> configuration(Function<T, Configuration> configuration) {
    return kernelAndModel(
            row -> configuration.apply(row).kernel(), row -> configuration.apply(row).model())
        .words("placement", "Placement", row -> configuration.apply(row).placement().id())
        .words("scaling", "Scaling", row -> configuration.apply(row).scaling().id())
        .count("workers", "Workers", row -> configuration.apply(row).workers());
  }

  private Columns<T> cell(Column column, Function<? super T, ? extends Cell> cell) {
    columns.add(column);
    cells.add(cell);
    return this;
  }

  /** The table with a row for each. */
  public Table table(String name, String caption, Stream<? extends T> rows) {
    return new Table(name, caption, columns, rows.map(this::row).toList());
  }

  private List<Cell> row(T row) {
    return cells.stream().<Cell>map(cell -> cell.apply(row)).toList();
  }
}
