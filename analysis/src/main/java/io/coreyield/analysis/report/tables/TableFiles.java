package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.wording.Tex;
import io.coreyield.analysis.wording.Unit;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** A table as text for programs (CSV, exact figures) and for people (Markdown, rounded). */
public final class TableFiles {

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final Pattern MARKUP = Pattern.compile("[\\\\|`*_\\[\\]~$]");

  private TableFiles() {}

  /** RFC 4180 with line feeds; a figure takes four columns: itself, low, high, reason. */
  public static String csv(Table table) throws IOException {
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
  public static String markdown(Table table) {
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
    String seen = UNSEEN.matcher(cell).replaceAll(" ").replace("&", "&amp;").replace("<", "&lt;");
    return MARKUP.matcher(seen).replaceAll(match -> "\\\\\\" + match.group());
  }

  /** A {@code tabular} of the package booktabs, for a paper to put into a float of its own. */
  public static String latex(Table table) {
    StringBuilder out = new StringBuilder("% " + Tex.escaped(table.caption()) + "\n");
    out.append("% \\usepackage{booktabs,textcomp}\n\\begin{tabular}{@{}");
    table.columns().forEach(column -> out.append(column.numeric() ? 'r' : 'l'));
    out.append("@{}}\n\\toprule\n");
    texLine(out, table.columns().stream().map(Column::heading).toList());
    out.append("\\midrule\n");
    Set<Integer> groupEnds = table.groupEnds();
    for (int row = 0; row < table.rows().size(); row++) {
      texLine(out, table.rows().get(row).stream().map(TableFiles::words).toList());
      out.append(groupEnds.contains(row) ? "\\addlinespace\n" : "");
    }
    return out.append("\\bottomrule\n\\end{tabular}\n").toString();
  }

  private static void texLine(StringBuilder out, List<String> cells) {
    out.append(
        cells.stream().map(Tex::escaped).collect(Collectors.joining(" & ", "{}", " \\\\\n")));
  }
}
