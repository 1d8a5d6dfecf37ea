package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.report.tables.Cell;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.TableFiles;
import io.coreyield.analysis.wording.Markdown;
import io.coreyield.analysis.wording.compare.CompareHeadline;
import io.coreyield.analysis.wording.compare.CompareWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison to paste into an issue or a post: the answer, and what is read first. */
public final class CompareMarkdown {

  private CompareMarkdown() {}

  /** Paragraphs and tables, ended by a line feed. */
  public static String of(Comparison comparison) {
    List<String> parts = new ArrayList<>();
    parts.add("**%s**\n".formatted(Markdown.escaped(CompareHeadline.of(comparison))));
    CompareWords.notices(comparison).forEach(n -> parts.add(Markdown.escaped(n) + "\n"));
    if (comparison.isGrouped()) {
      parts.add(TableFiles.markdown(CompareTables.groups(comparison)));
    } else {
      Overview.of(comparison).forEach(overview -> parts.add(markdown(overview)));
    }
    return String.join("\n", parts);
  }

  private static String markdown(Overview overview) {
    List<Table.Column> columns =
        Stream.concat(
                Stream.of(Table.Column.words("run", CompareWords.YOUR_CODE)),
                overview.columns().stream()
                    .map(column -> Table.Column.words(column.name(), column.code())))
            .toList();
    List<List<Cell>> rows = overview.lines().stream().map(CompareMarkdown::row).toList();
    Table table = new Table("overview", overview.caption(), columns, rows);
    return TableFiles.markdown(table) + notes(overview.notes());
  }

  private static List<Cell> row(Overview.Line line) {
    String run =
        "%s, %s%s".formatted(line.run(), line.machine(), line.isBaseline() ? ", baseline" : "");
    return Stream.concat(Stream.of(run), line.cells().stream().map(CompareMarkdown::text))
        .<Cell>map(Cell.Words::new)
        .toList();
  }

  private static String text(Overview.Cell cell) {
    String figure = cell.figure().isEmpty() ? "" : " (%s)".formatted(cell.figure());
    return cell.text() + figure + (cell.note() > 0 ? " (note %d)".formatted(cell.note()) : "");
  }

  private static String notes(List<String> notes) {
    return notes.isEmpty()
        ? ""
        : Stream.iterate(1, i -> i <= notes.size(), i -> i + 1)
            .map(i -> "note %d: %s".formatted(i, Markdown.escaped(notes.get(i - 1))))
            .collect(Collectors.joining("; ", "\nNot compared: ", ".\n"));
  }
}
