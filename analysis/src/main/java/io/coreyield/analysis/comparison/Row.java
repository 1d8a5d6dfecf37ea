package io.coreyield.analysis.comparison;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is compared in one row.
 *
 * @param kind of figure
 * @param kernel that was computed; null of a program of another tool
 * @param model how the workers were run; null of a program of another tool
 * @param what that program was, or which kernel ran beside; null of a kernel by itself
 */
public record Row(
    Kind kind, @Nullable Kernel kernel, @Nullable ConcurrencyModel model, @Nullable String what)
    implements Comparable<Row> {

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::kind)
          .thenComparing(Row::kernel, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Row::model, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Row::what, Comparator.nullsFirst(Comparator.naturalOrder()));

  static Row of(Kind kind, Kernel kernel, ConcurrencyModel model) {
    return new Row(kind, kernel, model, null);
  }

  @Override
  public int compareTo(Row other) {
    return ORDER.compare(this, other);
  }
}
