package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of the report: the same rows on the page, as Markdown and as CSV.
 *
 * @param name of its files, lower case
 * @param caption what it shows, in one sentence
 * @param columns from left to right
 * @param rows each as long as {@code columns}
 */
public record Table(String name, String caption, List<Column> columns, List<List<Cell>> rows) {

  /** The values that {@link #withoutDefaults} leaves out, by column. */
  private static final Map<String, String> DEFAULTS =
      Map.of("placement", Placement.OS.id(), "scaling", Scaling.WEAK.id());

  /**
   * A column.
   *
   * @param id its name in CSV: lower case, words joined by underscores
   * @param heading its name for people
   * @param numeric whether its cells are figures
   * @param csvSuffixes what the names of its CSV fields end with, one per field
   */
  public record Column(String id, String heading, boolean numeric, List<String> csvSuffixes) {

    private static final String LOW = "_low";

    public Column {
      csvSuffixes = List.copyOf(csvSuffixes);
    }

    public boolean isMeasured() {
      return csvSuffixes.contains(LOW);
    }

    public static Column words(String id, String heading) {
      return new Column(id, heading, false, List.of(""));
    }

    public static Column number(String id, String heading) {
      return new Column(id, heading, true, List.of(""));
    }

    public static Column measured(String id, String heading) {
      return new Column(id, heading, true, List.of("", LOW, "_high", "_reason"));
    }

    static Column share(String id, String heading) {
      return new Column(id, heading, true, List.of("", "_of"));
    }
  }

  /** Throws an {@link IllegalArgumentException} if a row is not as long as the columns. */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table %s: a row of %d cells under %d columns"
                .formatted(name, row.size(), columns.size()));
      }
    }
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * The rows that are the last of those that begin alike, where a rule separates groups; none where
   * no two rows in a row do.
   */
  public Set<Integer> groupEnds() {
    Set<Integer> ends =
        IntStream.range(0, rows.size() - 1)
            .filter(row -> !beginsAs(row, row + 1))
            .boxed()
            .collect(Collectors.toSet());
    return ends.size() == rows.size() - 1 ? Set.of() : ends;
  }

  private boolean beginsAs(int row, int other) {
    return rows.get(row).getFirst().equals(rows.get(other).getFirst());
  }

  /** The same table without some columns, for where they say nothing new. */
  public Table without(String... ids) {
    return without(i -> Arrays.asList(ids).contains(columns.get(i).id()));
  }

  private Table without(IntPredicate column) {
    int[] kept = IntStream.range(0, columns.size()).filter(column.negate()).toArray();
    return new Table(
        name, caption, pick(columns, kept), rows.stream().map(r -> pick(r, kept)).toList());
  }

  /** The same table without placement and scaling where every row has the default. */
  public Table withoutDefaults() {
    return without(this::isDefault);
  }

  private boolean isDefault(int column) {
    String value = DEFAULTS.get(columns.get(column).id());
    return value != null && rows.stream().allMatch(row -> row.get(column).text().equals(value));
  }

  /** The same table without the measured columns that hold no figure. */
  public Table withoutUnmeasured() {
    return without(i ->
        columns.get(i).isMeasured() && rows.stream().allMatch(row -> row.get(i).exact().isEmpty()));
  }

  /** The same table without the columns of figures that are all 0. */
  public Table withoutZeros() {
    return without(i ->
        columns.get(i).numeric()
            && !isEmpty()
            && rows.stream().allMatch(row -> isZero(row.get(i).exact())));
  }

  private static boolean isZero(String exact) {
    return !exact.isEmpty() && Double.parseDouble(exact) == 0;
  }

  /** The same table under another name and caption. */
  public Table named(String otherName, String otherCaption) {
    return new Table(otherName, otherCaption, columns, rows);
  }

  private static <T> List<T> pick(List<T> all, int[] kept) {
    return Arrays.stream(kept).<T>mapToObj(all::get).toList();
  }
}
