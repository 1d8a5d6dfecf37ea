package io.coreyield.analysis.comparison;

import io.coreyield.analysis.comparison.IncomparableReason.Side;
import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.IndependentDifference;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs compared, each against one of them.
 *
 * <p>The intervals of all differences hold together with 95 %: each has the level 1 − 0.05/m, m
 * being their number (Bonferroni's inequality; Dunn, Multiple comparisons among means, J. American
 * Statistical Association 56 (1961) 52–64). A word is read from its interval, so that the two never
 * disagree, and no word is wrong in 95 % of such pages.
 *
 * @param runs in the order of the arguments, no two of one name
 * @param baseline which of them the others are compared with
 * @param rows in order
 * @param differences of each run, in the order of the runs, by row; a row that is not compared, or
 *     that neither the run nor the baseline has, has none
 * @param family how many differences there are: m
 * @param groups of runs that may be put together, the largest first
 */
public record Comparison(
    List<ComparedRun> runs,
    int baseline,
    List<Row> rows,
    List<SortedMap<Row, Difference>> differences,
    int family,
    List<Group> groups) {

  /** The fewest runs that there is something to compare of. */
  public static final int MIN_RUNS = 2;

  /** The most runs that are compared. */
  public static final int MAX_RUNS = 1000;

  /** The most runs that have a column each. */
  public static final int MAX_COLUMNS = 12;

  /**
   * Compares runs. Their order decides that of the columns, and the baseline where none is named.
   *
   * @param runs {@value #MIN_RUNS} to {@value #MAX_RUNS}; names are made unique
   * @param baseline the name of a run, as given or as made unique; null: the first one
   * @throws IllegalArgumentException if there are too few or too many runs, or none of that name
   */
  public static Comparison of(List<ComparedRun> runs, @Nullable String baseline) {
    requireCount(runs);
    List<ComparedRun> named = Names.unique(runs);
    return against(runs, baseline == null ? 0 : find(named, runs, baseline));
  }

  /**
   * The same against the run at an index.
   *
   * @throws IllegalArgumentException if there are too few or too many runs
   */
  public static Comparison against(List<ComparedRun> runs, int baseline) {
    requireCount(runs);
    List<ComparedRun> named = Names.unique(runs);
    ComparedRun other = named.get(baseline);
    SortedSet<Row> rows = new TreeSet<>();
    named.forEach(run -> rows.addAll(run.readings().keySet()));
    int family =
        named.stream()
            .mapToInt(run -> (int) measured(differences(run, other, Estimate.LEVEL)).count())
            .sum();
    List<SortedMap<Row, Difference>> differences =
        named.stream().map(run -> differences(run, other, level(family))).toList();
    return new Comparison(
        named, baseline, List.copyOf(rows), differences, family, Group.of(named, rows));
  }

  private static void requireCount(List<ComparedRun> runs) {
    if (runs.size() < MIN_RUNS || runs.size() > MAX_RUNS) {
      throw new IllegalArgumentException(
          "%d run%s: give %d to %d to compare"
              .formatted(runs.size(), runs.size() == 1 ? "" : "s", MIN_RUNS, MAX_RUNS));
    }
  }

  private static int find(List<ComparedRun> named, List<ComparedRun> asGiven, String baseline) {
    for (List<ComparedRun> some : List.of(named, asGiven)) {
      List<ComparedRun> found = some.stream().filter(run -> run.name().equals(baseline)).toList();
      if (!found.isEmpty()) {
        return some.indexOf(Collections.min(found, ComparedRun.CANONICAL));
      }
    }
    throw new IllegalArgumentException(
        "no run is named '%s': the names are %s"
            .formatted(
                Names.clean(baseline),
                String.join(", ", named.stream().map(ComparedRun::name).limit(20).toList())));
  }

  /** Level of each interval, that all of them hold together with 95 %. */
  private static double level(int family) {
    return 1 - (1 - Estimate.LEVEL) / Math.max(1, family);
  }

  /** Level of each interval of a difference. */
  public double level() {
    return level(family);
  }

  private static SortedMap<Row, Difference> differences(
      ComparedRun run, ComparedRun baseline, double level) {
    boolean isBaseline = run.name().equals(baseline.name());
    SortedSet<Row> rows = new TreeSet<>(run.readings().keySet());
    rows.addAll(baseline.readings().keySet());
    rows.removeIf(row -> !row.kind().isCompared());
    SortedMap<Row, Difference> differences = new TreeMap<>();
    for (Row row : rows) {
      differences.put(
          row,
          isBaseline
              ? new Difference.Itself()
              : difference(row, Side.of(run, row), Side.of(baseline, row), level));
    }
    return differences;
  }

  private static Difference difference(Row row, Side here, Side baseline, double level) {
    Optional<Difference.Refused> refused = IncomparableReason.first(here, baseline);
    if (refused.isPresent()) {
      return refused.get();
    }
    Estimate minuend = here.reading().estimate();
    Estimate subtrahend = baseline.reading().estimate();
    Estimate estimate =
        switch (row.kind().scale()) {
          case POINTS -> IndependentDifference.of(minuend, subtrahend, level);
          case RATIO -> IndependentDifference.relative(minuend, subtrahend, level);
        };
    return new Difference.Measured(estimate, Direction.of(estimate));
  }

  /** Whether there are too many runs for a column each, so that groups are shown instead. */
  public boolean isGrouped() {
    return runs.size() > MAX_COLUMNS;
  }

  /** The run that the others are compared with. */
  public ComparedRun baselineRun() {
    return runs.get(baseline);
  }

  /** The difference of a run in a row; empty where there is none. */
  public Optional<Difference> difference(int run, Row row) {
    return Optional.ofNullable(differences.get(run).get(row));
  }

  /** How many differences of a run have this word. */
  public int count(int run, Direction word) {
    return (int) measured(differences.get(run)).filter(m -> m.word() == word).count();
  }

  /** How many figures of a run cannot be compared. */
  public int refused(int run) {
    return (int)
        differences.get(run).values().stream().filter(Difference.Refused.class::isInstance).count();
  }

  /** How many differences have this word. */
  public int count(Direction word) {
    return IntStream.range(0, runs.size()).map(run -> count(run, word)).sum();
  }

  private static Stream<Difference.Measured> measured(SortedMap<Row, Difference> differences) {
    return differences.values().stream()
        .filter(Difference.Measured.class::isInstance)
        .map(Difference.Measured.class::cast);
  }
}
