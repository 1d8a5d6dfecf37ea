package io.coreyield.analysis.report.brief;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.wording.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** The answer with its tables as Markdown, to paste into an issue or a post. */
public final class MarkdownSummary {

  private MarkdownSummary() {}

  /**
   * The answer, the figures behind it, how far to trust it, the machine, and the tables with all
   * their rows.
   *
   * @return GitHub-flavoured Markdown, ended by a line feed
   */
  public static String of(Findings findings) {
    SummaryWords words = SummaryWords.of(findings);
    StringBuilder out = new StringBuilder();
    paragraph(out, "**%s**".formatted(Markdown.escaped(words.sentence())));
    if (!words.support().isEmpty()) {
      paragraph(out, Markdown.escaped(words.support()));
    }
    paragraph(out, Markdown.escaped(words.trust()));
    paragraph(out, Markdown.escaped(words.machine()));
    BriefTables.of(findings, Integer.MAX_VALUE).forEach(table -> table(out, table));
    return out.append("By CoreYield ")
        .append(Markdown.escaped(findings.run().info().toolVersion()))
        .append(".\n")
        .toString();
  }

  private static void paragraph(StringBuilder out, String text) {
    out.append(text).append("\n\n");
  }

  private static void table(StringBuilder out, BriefTable table) {
    paragraph(out, Markdown.escaped(table.title()) + ":");
    row(out, table.columns().stream().map(BriefTable.Column::heading).toList());
    row(out, table.columns().stream().map(c -> c.numeric() ? "--:" : ":--").toList());
    table.rows().forEach(cells -> row(out, cells.stream().map(Markdown::escaped).toList()));
    out.append('\n');
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
