package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.report.tables.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sections of the page of a comparison; its templates add no figure of their own. SVG members
 * are markup that is already escaped; every other string is plain text, and may be hostile.
 *
 * @param title of the document
 * @param answer in one sentence
 * @param notices what must be known first
 * @param yields what siblings add
 * @param differences every difference that has a word, as clauses
 * @param content the figures
 * @param outliers of groups
 * @param methods how runs are compared
 */
public record ComparePage(
    String title,
    String answer,
    List<String> notices,
    Yields yields,
    List<String> differences,
    Content content,
    Table outliers,
    Methods methods) {

  /** What the charts show, and the charts, one per resource. */
  public record Yields(String lead, List<Chart> charts) {}

  /** A drawing under its heading. */
  public record Chart(String heading, String svg) {}

  /** The figures: a column per run, or where there are too many runs a row per group. */
  public sealed interface Content {}

  /** Figures by run, one matrix per kind, and the machines by run. */
  public record ByRun(List<Matrix> figures, Matrix machines) implements Content {}

  /** The groups, and their figures, a table per kind. */
  public record ByGroup(Table groups, List<Table> figures) implements Content {}

  /**
   * How runs are compared.
   *
   * @param reference its name
   * @param family how many differences the page shows
   * @param level of each interval
   * @param sameMachine the runs on the machine of the reference
   * @param groups why the page shows groups; null where it shows runs
   * @param rules what is not compared
   */
  public record Methods(
      String reference,
      int family,
      String level,
      String sameMachine,
      @Nullable String groups,
      List<String> rules) {}
}
