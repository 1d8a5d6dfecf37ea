package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.svg.Palette;
import io.coreyield.analysis.report.tables.Table;
import java.util.List;

/**
 * A page of sections that are all made alike, in the style of the report. Drawings are markup that
 * is already escaped; every other string is plain text, and may be hostile.
 *
 * @param title of the document
 * @param answer in one sentence
 * @param lead what follows the answer; may be empty
 * @param notices what must be known first
 * @param sections from top to bottom
 */
public record Document(
    String title, String answer, String lead, List<String> notices, List<Section> sections) {

  /** Rows of a table that are shown at once; a longer one is folded. */
  private static final int MAX_OPEN_ROWS = 24;

  /**
   * A section.
   *
   * @param id its anchor, lower case
   * @param paragraphs below the heading
   * @param drawings side by side
   * @param tables below them
   * @param links at the end
   */
  public record Section(
      String id,
      String heading,
      List<String> paragraphs,
      List<Drawing> drawings,
      List<Table> tables,
      List<Link> links) {

    /** Of words and tables. */
    public Section(String id, String heading, String lead, List<Table> tables) {
      this(id, heading, List.of(lead), List.of(), tables, List.of());
    }

    /** Rows up to which a table is not folded. */
    public int openRows() {
      return MAX_OPEN_ROWS;
    }
  }

  /** A drawing under its heading. */
  public record Drawing(String heading, String svg) {}

  /** The whole page, one file that asks the network for nothing. */
  public String html() {
    String style =
        HtmlReport.resource("report.css") + HtmlReport.resource("compare.css") + Palette.css();
    return HtmlReport.page("document.jte", this, style, HtmlReport.resource("report.js"));
  }
}
