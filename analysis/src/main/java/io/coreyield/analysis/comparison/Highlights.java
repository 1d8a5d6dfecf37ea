package io.coreyield.analysis.comparison;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows of a kind that are read first: one per kind of code, under the first model that has a
 * figure.
 *
 * @param kind of all rows
 * @param rows in order, at least one; some run has a figure of each
 */
public record Highlights(Kind kind, List<Row> rows) {

  /** What is read first, in this order; of each line the first kind that a run has a figure of. */
  private static final List<List<Kind>> QUESTIONS =
      List.of(
          List.of(Kind.ONE_WORKER),
          List.of(Kind.PAIRED_YIELD, Kind.CHIP_WIDE_YIELD, Kind.SPEED_UP_CORES),
          List.of(Kind.ALL_CPUS, Kind.ALL_CORES));

  /** Those of a comparison; empty where no run has a figure. */
  public static List<Highlights> of(Comparison comparison) {
    return QUESTIONS.stream().flatMap(kinds -> first(comparison, kinds)).toList();
  }

  private static Stream<Highlights> first(Comparison comparison, List<Kind> kinds) {
    return kinds.stream()
        .map(kind -> new Highlights(kind, rows(comparison, kind)))
        .filter(highlights -> !highlights.rows.isEmpty())
        .limit(1);
  }

  private static List<Row> rows(Comparison comparison, Kind kind) {
    Set<Kernel> seen = EnumSet.noneOf(Kernel.class);
    List<Row> rows = new ArrayList<>();
    for (Row row : comparison.rows()) {
      if (row.kind() == kind
          && comparison.runs().stream().anyMatch(run -> run.value(row).isPresent())
          && (row.kernel() == null || seen.add(row.kernel()))) {
        rows.add(row);
      }
    }
    return rows;
  }
}
