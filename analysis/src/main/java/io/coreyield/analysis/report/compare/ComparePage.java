package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.chart.CompareYieldsChart;
import io.coreyield.analysis.chart.svg.SvgChart;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.IncomparableReason;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.compare.CompareHeadline;
import io.coreyield.analysis.wording.compare.CompareWords;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sections of the page of a comparison; its templates add no figure of their own. SVG members
 * are markup that is already escaped; every other string is plain text, and may be hostile.
 *
 * @param title of the document
 * @param answer in one sentence
 * @param counts of differences, in a sentence; may be empty
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
    String counts,
    List<String> notices,
    Yields yields,
    List<String> differences,
    Content content,
    Table outliers,
    Methods methods) {

  /** The most groups that a table shows; the files have all. */
  private static final int MAX_GROUPS = 20;

  /** The most differences and outliers that are named one by one; the files have all. */
  private static final int MAX_NAMED = 200;

  /** What the charts show, and the charts, one per resource. */
  public record Yields(String lead, List<Chart> charts) {}

  /** A drawing under its heading. */
  public record Chart(String heading, String svg) {}

  /** The figures: a column per run, or where there are too many runs a row per group. */
  public sealed interface Content {}

  /**
   * By run: what is read first, which code may share a core, null where that is not known, every
   * figure in a matrix per kind, and the machines.
   */
  public record ByRun(
      List<Overview> overviews, @Nullable PairMatrices pairs, List<Matrix> figures, Matrix machines)
      implements Content {}

  /** The groups, and their figures, a table per kind. */
  public record ByGroup(Table groups, List<Table> figures) implements Content {}

  /**
   * How runs are compared.
   *
   * @param baseline its name
   * @param family how many differences the page shows
   * @param level of each interval
   * @param sameMachine the runs on the machine of the baseline
   * @param groups why the page shows groups; null where it shows runs
   * @param rules what is not compared
   */
  public record Methods(
      String baseline,
      int family,
      String level,
      String sameMachine,
      @Nullable String groups,
      List<String> rules) {

    private static Methods of(Comparison comparison) {
      return new Methods(
          comparison.baselineRun().name(),
          comparison.family(),
          CompareWords.percent(comparison.level()),
          CompareWords.sameMachine(comparison, MAX_GROUPS),
          comparison.isGrouped() ? CompareWords.groups(comparison, MAX_GROUPS) : null,
          Stream.of(IncomparableReason.values()).map(CompareWords::rule).toList());
    }
  }

  static ComparePage of(Comparison comparison) {
    CompareYieldsChart yields = new CompareYieldsChart(comparison);
    return new ComparePage(
        "CoreYield: %d runs compared".formatted(comparison.runs().size()),
        CompareHeadline.of(comparison),
        CompareWords.counts(comparison),
        CompareWords.notices(comparison),
        new Yields(
            PlainText.bound(CompareWords.lead(yields.kind(), comparison)),
            yields.sections().stream()
                .map(chart -> new Chart(chart.heading().title(), SvgChart.draw(chart)))
                .toList()),
        CompareWords.differences(comparison).stream()
            .map(PlainText::bound)
            .limit(MAX_NAMED)
            .toList(),
        comparison.isGrouped()
            ? new ByGroup(
                firstRows(CompareTables.groups(comparison), MAX_GROUPS),
                Stream.of(Kind.values())
                    .map(kind -> CompareTables.groupFigures(comparison, kind, MAX_GROUPS))
                    .filter(table -> !table.isEmpty())
                    .toList())
            : new ByRun(
                Overview.of(comparison),
                PairMatrices.of(comparison).orElse(null),
                Matrix.figures(comparison),
                Matrix.machines(comparison)),
        firstRows(CompareTables.outliers(comparison), MAX_NAMED),
        Methods.of(comparison));
  }

  private static Table firstRows(Table table, int most) {
    return new Table(
        table.name(), table.caption(), table.columns(), table.rows().stream().limit(most).toList());
  }
}
