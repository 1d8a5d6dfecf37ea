package io.coreyield.fleet.summary;

import io.coreyield.analysis.comparison.GroupFigure;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MedianInterval;
import io.coreyield.analysis.stats.ModifiedZScore;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One figure across the machines of a processor. Each machine counts once, by its latest run that
 * is trusted.
 *
 * @param machines those that count, by ascending figure
 * @param leftOut how many do not, because they were measured under other circumstances than most
 * @param median across machines, with a distribution-free interval from six machines on
 * @param outliers machines that lie apart, the farthest first
 */
public record CpuFigure(
    Cpu cpu,
    Row row,
    List<MachineFigure> machines,
    int leftOut,
    Estimate median,
    List<Outlier> outliers) {

  /**
   * A machine that lies apart: its modified z-score is beyond 3.5, and its own interval does not
   * hold the median.
   *
   * @param score the modified z-score; infinite where half of the machines are equal
   */
  public record Outlier(MachineFigure figure, double score) {}

  /** One per processor and row, in their order. */
  static List<CpuFigure> of(Collection<MachineFigure> latest) {
    record Key(Cpu cpu, Row row) {}
    return latest.stream()
        .collect(
            Collectors.groupingBy(
                f -> new Key(f.cpu(), f.row()), LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Key::row).thenComparing(Key::cpu)))
        .map(entry -> of(entry.getKey().cpu, entry.getKey().row, entry.getValue()))
        .toList();
  }

  private static CpuFigure of(Cpu cpu, Row row, List<MachineFigure> all) {
    List<MachineFigure> counted =
        all.stream()
            .collect(Collectors.groupingBy(MachineFigure::circumstances))
            .entrySet()
            .stream()
            .max(
                Comparator.comparingInt(
                        (Map.Entry<String, List<MachineFigure>> e) -> e.getValue().size())
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getValue)
            .orElseThrow()
            .stream()
            .sorted(Comparator.comparingDouble(f -> f.estimate().value()))
            .toList();
    double[] values = counted.stream().mapToDouble(f -> f.estimate().value()).toArray();
    return new CpuFigure(
        cpu,
        row,
        counted,
        all.size() - counted.size(),
        MedianInterval.of(values),
        outliers(counted, ModifiedZScore.of(values)));
  }

  private static List<Outlier> outliers(List<MachineFigure> machines, ModifiedZScore scores) {
    return machines.size() < GroupFigure.MIN_FOR_OUTLIERS
        ? List.of()
        : machines.stream()
            .filter(f -> scores.isOutlier(f.estimate().value()))
            .filter(f -> !holds(f.estimate(), scores.median()))
            .map(f -> new Outlier(f, scores.score(f.estimate().value())))
            .sorted(Comparator.comparingDouble(outlier -> -Math.abs(outlier.score())))
            .toList();
  }

  private static boolean holds(Estimate estimate, double value) {
    return estimate.low() <= value && value <= estimate.high();
  }

  /** The least figure of a machine. */
  public double low() {
    return machines.getFirst().estimate().value();
  }

  /** The greatest figure of a machine. */
  public double high() {
    return machines.getLast().estimate().value();
  }
}
