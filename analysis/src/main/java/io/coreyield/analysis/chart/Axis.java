package io.coreyield.analysis.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A linear axis with its ticks.
 *
 * @param title with the unit
 * @param min value at its start
 * @param max value at its end
 * @param ticks where it is marked, the more important ones first: a label that would touch an
 *     earlier one is left out
 * @param grid whether lines cross the plot at the ticks
 */
public record Axis(String title, double min, double max, List<Tick> ticks, boolean grid) {

  private static final int STEPS = 6;
  private static final double ROOM = 0.03;

  /** A value and its label. */
  public record Tick(double at, String label) {}

  /** Copies the list. */
  public Axis {
    ticks = List.copyOf(ticks);
    if (!(max > min)) {
      throw new IllegalArgumentException("an axis from %s to %s".formatted(min, max));
    }
  }

  /** A value's place along the axis: 0 at its start, 1 at its end. */
  public double fraction(double value) {
    return (value - min) / (max - min);
  }

  /** The same axis with lines across the plot at its ticks. */
  public Axis withGrid() {
    return new Axis(title, min, max, ticks, true);
  }

  /** From 0 to a round number at or above {@code max}, with round ticks. */
  public static Axis fromZero(String title, double max) {
    return round(title, 0, max);
  }

  /** From a little below 0 to a round number above {@code max}: markers at either end are whole. */
  public static Axis roomy(String title, double max) {
    Axis axis = round(title, 0, max * (1 + ROOM));
    return new Axis(title, -ROOM * axis.max, axis.max, axis.ticks, true);
  }

  /** From a little below 0 to a little above {@code max}, with round ticks between. */
  public static Axis around(String title, double max) {
    double step = step(max / STEPS);
    return new Axis(title, -ROOM * max, max * (1 + ROOM), ticks(0, max, step), true);
  }

  /** Between round numbers at or beyond both ends, with round ticks. */
  public static Axis round(String title, double low, double high) {
    double step = step(Math.max(high - low, 1e-9) / STEPS);
    double min = Math.floor(low / step + 1e-9) * step;
    double max = Math.max(Math.ceil(high / step - 1e-9) * step, min + step);
    return new Axis(title, min, max, ticks(min, max, step), true);
  }

  /** Exactly from {@code min} to {@code max}, with round ticks between. */
  public static Axis exact(String title, double min, double max) {
    double step = step((max - min) / STEPS);
    return new Axis(title, min, max, ticks(min, max, step), false);
  }

  /**
   * The base-2 logarithm of worker counts, with ticks at those counts only.
   *
   * @param counts that were measured, 1 or more each
   * @param important counts whose labels stay when there is not room for all
   */
  public static Axis workers(Set<Integer> counts, Set<Integer> important) {
    TreeSet<Integer> sorted = new TreeSet<>(counts);
    double first = log2(sorted.first());
    double last = log2(sorted.last());
    double margin = first == last ? 0.5 : 0.06 * (last - first);
    List<Tick> ticks =
        sorted.stream()
            .sorted(
                Comparator.comparing((Integer w) -> !important.contains(w))
                    .thenComparing(w -> Integer.bitCount(w) != 1)
                    .thenComparing(w -> w))
            .map(w -> new Tick(log2(w), Integer.toString(w)))
            .toList();
    return new Axis("workers", first - margin, last + margin, ticks, false);
  }

  /** Places 0 … n−1 from top to bottom, half a place of room at either end. */
  public static Axis rows(String title, List<String> labels) {
    List<Tick> ticks = new ArrayList<>();
    for (int row = 0; row < labels.size(); row++) {
      ticks.add(new Tick(labels.size() - 1 - row, labels.get(row)));
    }
    return new Axis(title, -0.5, labels.size() - 0.5, ticks, false);
  }

  /** The base-2 logarithm. */
  public static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  private static List<Tick> ticks(double min, double max, double step) {
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    List<Tick> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
      String label = String.format(Locale.ROOT, "%." + decimals + "f", i * step);
      ticks.add(new Tick(i * step, label.replace('-', '−')));
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten, at or above {@code least}. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (int factor : new int[] {1, 2, 5}) {
      if (least <= factor * power * (1 + 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
