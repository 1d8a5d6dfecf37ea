package io.coreyield.analysis.report.terminal;

import io.coreyield.analysis.report.brief.BriefTable;
import io.coreyield.analysis.wording.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in lines of a terminal. */
final class TerminalTable {

  private TerminalTable() {}

  /**
   * Its title, its headings and the rows that there is room for; a last line says how many more the
   * report has.
   *
   * @param columns the terminal's width
   * @param room the most lines to take
   */
  static List<String> lines(BriefTable table, int columns, int room) {
    int rows = room - BriefTable.HEAD_LINES;
    boolean isWhole = table.left() == 0 && table.rows().size() <= rows;
    BriefTable shown = table.limited(isWhole ? rows : rows - 1);
    List<Integer> fitting = table.fitting(columns);
    List<String> lines = new ArrayList<>();
    lines.add(PlainText.cut(table.title() + ":", columns));
    lines.add(
        line(table, fitting, table.columns().stream().map(BriefTable.Column::heading).toList()));
    shown.rows().forEach(row -> lines.add(line(table, fitting, row)));
    if (shown.left() > 0) {
      lines.add("  and %d more in the report".formatted(shown.left()));
    }
    return lines.stream().map(line -> PlainText.cut(line, columns)).toList();
  }

  private static String line(BriefTable table, List<Integer> fitting, List<String> cells) {
    return fitting.stream()
        .map(column -> padded(table, column, cells.get(column)))
        .collect(Collectors.joining("  ", "  ", ""))
        .stripTrailing();
  }

  private static String padded(BriefTable table, int column, String cell) {
    String padding = " ".repeat(table.width(column) - cell.length());
    return table.columns().get(column).numeric() ? padding + cell : cell + padding;
  }
}
