package io.coreyield.analysis.report.compare;

import java.util.List;

/**
 * A table with a run per column.
 *
 * @param name lower case
 * @param caption what it shows
 * @param columns names of the runs
 * @param reference the column that the others are compared with
 * @param rows from top to bottom
 * @param notes why figures are not compared; numbers in cells refer to them, from 1
 */
public record Matrix(
    String name,
    String caption,
    List<String> columns,
    int reference,
    List<Row> rows,
    List<String> notes) {

  /** A row with its heading. */
  public record Row(String heading, List<Cell> cells) {}

  /**
   * A figure of one run.
   *
   * @param text the figure, or words
   * @param exact as a program reads it; empty of words
   * @param detail its interval, or why there is none
   * @param difference from the reference, with its interval; empty where it is not compared
   * @param word of the difference; empty where it is not compared
   * @param wordClass the CSS class of the word; empty where there is none
   * @param note number of the reason why it is not compared; 0 where there is none
   */
  public record Cell(
      String text,
      String exact,
      String detail,
      String difference,
      String word,
      String wordClass,
      int note) {

    static Cell words(String text) {
      return new Cell(text, "", "", "", "", "", 0);
    }
  }
}
