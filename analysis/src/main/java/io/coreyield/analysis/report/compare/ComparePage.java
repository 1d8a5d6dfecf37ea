package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.report.page.Page;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.wording.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the page of a comparison, ready to be set: the template adds no figure of its own.
 * SVG members are markup that is already escaped; every other string is plain text, and may be
 * hostile.
 *
 * @param title of the document
 * @param answer in one sentence
 * @param notices what must be known first
 * @param chartLead what the charts show
 * @param charts what siblings add, one per resource
 * @param told every difference that has a word, as clauses; empty where none has one
 * @param matrices figures by machine, one per kind; empty where groups stand in their place
 * @param groups of runs, a table per kind; empty where each run has a column
 * @param outliers of the groups
 * @param machines fingerprints by machine; null where groups stand in their place
 * @param groupList the groups; null where each run has a column
 * @param methods how differences are told
 * @param rules what is not compared, and why
 * @param files beside the page
 */
public record ComparePage(
    String title,
    String answer,
    List<String> notices,
    String chartLead,
    List<Chart> charts,
    List<String> told,
    List<Matrix> matrices,
    List<Table> groups,
    Table outliers,
    @Nullable Matrix machines,
    @Nullable Table groupList,
    List<Fact> methods,
    List<String> rules,
    List<Page.RawFile> files) {

  /** A drawing under its heading. */
  public record Chart(String heading, String svg) {}

  /**
   * A table with a machine per column.
   *
   * @param name lower case
   * @param caption what it shows
   * @param columns names of the machines
   * @param reference the column that the others are held against
   * @param rows from top to bottom
   * @param notes why figures are not compared; numbers in cells mean these, from 1
   */
  public record Matrix(
      String name,
      String caption,
      List<String> columns,
      int reference,
      List<MatrixRow> rows,
      List<String> notes) {

    /** Copies the lists. */
    public Matrix {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
    }
  }

  /** A row with its heading. */
  public record MatrixRow(String heading, List<MatrixCell> cells) {

    /** Copies the list. */
    public MatrixRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A figure of one machine.
   *
   * @param text the figure, or words
   * @param exact as a program reads it; empty of words
   * @param detail its interval, or why there is none
   * @param difference from the reference, with its interval; empty where it is not compared
   * @param word of the difference; empty where it is not compared
   * @param wordClass how the word is set; null where there is none
   * @param note number of the reason why it is not compared; 0 where it is, or there is nothing to
   *     compare
   */
  public record MatrixCell(
      String text,
      String exact,
      String detail,
      String difference,
      String word,
      @Nullable String wordClass,
      int note) {

    static MatrixCell words(String text) {
      return new MatrixCell(text, "", "", "", "", null, 0);
    }
  }

  /** Copies the lists. */
  public ComparePage {
    notices = List.copyOf(notices);
    charts = List.copyOf(charts);
    told = List.copyOf(told);
    matrices = List.copyOf(matrices);
    groups = List.copyOf(groups);
    methods = List.copyOf(methods);
    rules = List.copyOf(rules);
    files = List.copyOf(files);
  }
}
