package io.coreyield.analysis.report;

import io.coreyield.analysis.report.Table.Column;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** A table as text for programs (CSV, exact figures) and for people (Markdown, rounded). */
final class TableFiles {

  private TableFiles() {}

  /** RFC 4180 with line feeds; a figure takes four columns: itself, low, high, reason. */
  static String csv(Table table) throws IOException {
    StringBuilder out = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    format.printRecord(out, table.columns().stream().flatMap(TableFiles::names).toArray());
    for (List<Cell> row : table.rows()) {
      format.printRecord(out, row.stream().flatMap(cell -> cell.csvFields().stream()).toArray());
    }
    return out.toString();
  }

  private static Stream<String> names(Column column) {
    return column.csvSuffixes().stream().map(column.id()::concat);
  }

  /** A GitHub-flavoured table under its caption. */
  static String markdown(Table table) {
    StringBuilder out = new StringBuilder(table.caption()).append("\n\n");
    line(out, table.columns().stream().map(Column::heading).toList());
    line(out, table.columns().stream().map(c -> c.numeric() ? "--:" : ":--").toList());
    for (List<Cell> row : table.rows()) {
      line(out, row.stream().map(TableFiles::words).toList());
    }
    if (table.isEmpty()) {
      line(out, Collections.nCopies(table.columns().size(), Unit.NONE));
    }
    return out.toString();
  }

  private static String words(Cell cell) {
    return cell.detail().isEmpty() ? cell.text() : "%s (%s)".formatted(cell.text(), cell.detail());
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append(
        cells.stream().map(TableFiles::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String escaped(String cell) {
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
  }
}
