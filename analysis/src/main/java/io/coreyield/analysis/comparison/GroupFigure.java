package io.coreyield.analysis.comparison;

import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.ModifiedZScore;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One figure of the runs of a group. Runs whose setting is not that of most, and those that hold
 * tainted iterations, are left out.
 *
 * @param setting that of the runs that count
 * @param count how many runs count
 * @param leftOut how many do not
 * @param median of the runs' figures; NaN where none counts
 * @param low the least of them; NaN where none counts
 * @param high the greatest of them; NaN where none counts
 * @param outliers those that lie apart, the farthest first
 */
public record GroupFigure(
    Setting setting,
    int count,
    int leftOut,
    double median,
    double low,
    double high,
    List<Outlier> outliers) {

  /** Of fewer runs none can be said to lie apart. */
  public static final int MIN_FOR_OUTLIERS = 5;

  /**
   * A run that lies apart from its group: its modified z-score is beyond 3.5, and its interval, if
   * it has one, does not hold the group's median.
   *
   * @param name of the run
   * @param estimate its figure
   * @param score the modified z-score; infinite where half of the group is equal
   */
  public record Outlier(String name, Estimate estimate, double score) {}

  /**
   * Of runs that have the row.
   *
   * @param runs at least one, in their canonical order
   */
  static GroupFigure of(Row row, List<ComparedRun> runs) {
    Map<Setting, List<ComparedRun>> bySetting =
        runs.stream()
            .filter(run -> !reading(run, row).includesTainted())
            .collect(
                Collectors.groupingBy(
                    run -> reading(run, row).setting(), LinkedHashMap::new, Collectors.toList()));
    if (bySetting.isEmpty()) {
      return new GroupFigure(
          Setting.UNKNOWN, 0, runs.size(), Double.NaN, Double.NaN, Double.NaN, List.of());
    }
    Map.Entry<Setting, List<ComparedRun>> most =
        Collections.max(
            bySetting.entrySet(), Comparator.comparingInt(entry -> entry.getValue().size()));
    return of(row, most.getKey(), most.getValue(), runs.size() - most.getValue().size());
  }

  private static GroupFigure of(Row row, Setting setting, List<ComparedRun> runs, int leftOut) {
    double[] values =
        runs.stream().mapToDouble(run -> reading(run, row).estimate().value()).sorted().toArray();
    ModifiedZScore scores = ModifiedZScore.of(values);
    List<Outlier> outliers =
        values.length < MIN_FOR_OUTLIERS
            ? List.of()
            : runs.stream()
                .filter(run -> isApart(reading(run, row).estimate(), scores))
                .map(run -> outlier(run, reading(run, row).estimate(), scores))
                .sorted(Comparator.comparingDouble(outlier -> -Math.abs(outlier.score())))
                .toList();
    return new GroupFigure(
        setting,
        values.length,
        leftOut,
        scores.median(),
        values[0],
        values[values.length - 1],
        outliers);
  }

  private static Outlier outlier(ComparedRun run, Estimate estimate, ModifiedZScore scores) {
    return new Outlier(run.name(), estimate, scores.score(estimate.value()));
  }

  private static boolean isApart(Estimate estimate, ModifiedZScore scores) {
    boolean holdsMedian = estimate.low() <= scores.median() && scores.median() <= estimate.high();
    return scores.isOutlier(estimate.value()) && !holdsMedian;
  }

  private static Reading reading(ComparedRun run, Row row) {
    return Objects.requireNonNull(run.reading(row));
  }
}
