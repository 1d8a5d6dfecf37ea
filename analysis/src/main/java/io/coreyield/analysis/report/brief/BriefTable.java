package io.coreyield.analysis.report.brief;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of figures as text, small enough for a terminal or a post.
 *
 * @param title what it shows, without a colon
 * @param rows as many cells as there are columns in each
 * @param left how many rows more the report has
 */
public record BriefTable(String title, List<Column> columns, List<List<String>> rows, int left) {

  /**
   * A column.
   *
   * @param numeric whether it is set to the right
   * @param rank what gives way where there is no room: the highest first, those of one rank
   *     together; the lowest never does
   */
  public record Column(String heading, boolean numeric, int rank) {

    public static Column words(String heading, int rank) {
      return new Column(heading, false, rank);
    }

    public static Column number(String heading, int rank) {
      return new Column(heading, true, rank);
    }
  }

  /** Its title and its headings. */
  public static final int HEAD_LINES = 2;

  private static final int INDENT = 2;
  private static final int GAP = 2;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a row has another number of cells
   */
  public BriefTable {
    int cells = columns.size();
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    if (rows.stream().anyMatch(row -> row.size() != cells)) {
      throw new IllegalArgumentException(
          "a row of '%s' has too few or too many cells".formatted(title));
    }
  }

  /** The same with its first rows only. */
  public BriefTable limited(int most) {
    int shown = Math.clamp(most, 0, rows.size());
    return new BriefTable(title, columns, rows.subList(0, shown), left + rows.size() - shown);
  }

  /** The indices of the columns that fit, those of one rank together, the lowest first. */
  public List<Integer> fitting(int width) {
    Set<Integer> taken = new TreeSet<>();
    int free = width - INDENT + GAP;
    for (List<Integer> together : byRank().values()) {
      int needed = together.stream().mapToInt(column -> width(column) + GAP).sum();
      if (taken.isEmpty() || needed <= free) {
        taken.addAll(together);
        free -= needed;
      }
    }
    return List.copyOf(taken);
  }

  private SortedMap<Integer, List<Integer>> byRank() {
    return IntStream.range(0, columns.size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                column -> columns.get(column).rank(), TreeMap::new, Collectors.toList()));
  }

  /** Characters that the longest cell of a column has. */
  public int width(int column) {
    return IntStream.concat(
            IntStream.of(columns.get(column).heading().length()),
            rows.stream().mapToInt(row -> row.get(column).length()))
        .max()
        .orElse(0);
  }
}
