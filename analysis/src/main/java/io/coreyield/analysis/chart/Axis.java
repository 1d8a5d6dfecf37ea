package io.coreyield.analysis.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.DoubleFunction;

/**
 * An axis with its ticks.
 *
 * @param title with the unit; empty for none
 * @param scale how values are spread
 * @param min value at its start
 * @param max value at its end, above {@code min}
 * @param ticks where it is marked, the more important ones first: a label that would touch an
 *     earlier one is left out
 * @param grid whether lines cross the plot at the ticks
 */
public record Axis(
    String title, Scale scale, double min, double max, List<Tick> ticks, boolean grid) {

  private static final int STEPS = 6;
  private static final double MARGIN = 0.03;
  private static final double WORKERS_MARGIN = 0.06;
  private static final String[] PREFIXES = {"n", "µ", "m", "", "k", "M", "G", "T", "P"};
  private static final int NO_PREFIX = 3;

  /** How values are spread along an axis. */
  public enum Scale {
    LINEAR,
    /** Names from top to bottom, at n−1 … 0. */
    ROWS
  }

  /**
   * A marked value.
   *
   * @param label what it is called
   * @param brief the same where there is little room
   * @param value of a row, in words; empty for none
   * @param remark on that value; empty for none
   */
  public record Tick(double at, String label, String brief, String value, String remark) {

    /** Without a value. */
    public Tick(double at, String label) {
      this(at, label, label, "", "");
    }
  }

  /** Copies the list. */
  public Axis {
    ticks = List.copyOf(ticks);
    if (!(max > min)) {
      throw new IllegalArgumentException("an axis from %s to %s".formatted(min, max));
    }
  }

  /** A linear axis. */
  public Axis(String title, double min, double max, List<Tick> ticks, boolean grid) {
    this(title, Scale.LINEAR, min, max, ticks, grid);
  }

  /** The place of a value: 0 at the start, 1 at the end, also for what is beyond; NaN for NaN. */
  public double fraction(double value) {
    return Math.clamp((value - min) / (max - min), 0, 1);
  }

  /** Whether a value is on it. */
  public boolean holds(double value) {
    return value >= min && value <= max;
  }

  /** From 0 to a round number at or above {@code max}, with round ticks. */
  public static Axis fromZero(String title, double max, DoubleFunction<String> label) {
    double step = roundStep(max / STEPS);
    double end = Math.max(1, Math.ceil(max / step - 1e-9)) * step;
    return new Axis(title, 0, end, ticks(0, end, step, label), true);
  }

  /** From a little below 0 to a round number above {@code max}: marks at either end are whole. */
  public static Axis roomy(String title, double max, DoubleFunction<String> label) {
    Axis axis = fromZero(title, max * (1 + MARGIN), label);
    return new Axis(title, -MARGIN * axis.max, axis.max, axis.ticks, true);
  }

  /** From {@code min} to {@code max}, with round ticks between. */
  public static Axis exact(String title, double min, double max, DoubleFunction<String> label) {
    return new Axis(title, min, max, ticks(min, max, roundStep((max - min) / STEPS), label), true);
  }

  /**
   * Worker counts from 0, with ticks at those counts only.
   *
   * @param counts 1 or more each; at least one
   * @param important counts whose labels stay when there is not room for all
   */
  public static Axis workers(Collection<Integer> counts, Collection<Integer> important) {
    TreeSet<Integer> sorted = new TreeSet<>(counts);
    List<Tick> ticks =
        sorted.stream()
            .sorted(
                Comparator.comparing((Integer w) -> !important.contains(w))
                    .thenComparing(w -> Integer.bitCount(w) != 1)
                    .thenComparing(w -> w))
            .map(w -> new Tick(w, Integer.toString(w)))
            .toList();
    return new Axis("workers", 0, sorted.last() * (1 + WORKERS_MARGIN), ticks, false);
  }

  /** Names from top to bottom, at n−1 … 0, half a place of room at either end. */
  public static Axis rows(String title, List<String> labels) {
    List<Tick> ticks = new ArrayList<>();
    for (int row = 0; row < labels.size(); row++) {
      ticks.add(new Tick(labels.size() - 1 - row, labels.get(row)));
    }
    return rows(ticks).titled(title);
  }

  /** Rows with their content, at n−1 … 0 from the top. */
  public static Axis rows(List<Tick> ticks) {
    return new Axis("", Scale.ROWS, -0.5, ticks.size() - 0.5, ticks, false);
  }

  /** The same axis with another title. */
  Axis titled(String other) {
    return new Axis(other, scale, min, max, ticks, grid);
  }

  /** A number with as few digits as it needs, at most three decimals. */
  public static String plain(double value) {
    String digits = String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    return digits.equals("-0") ? "0" : digits.replace('-', '−');
  }

  /** A number with an SI prefix and as few digits as it needs: {@code 2 G}. */
  public static String withPrefix(double value) {
    return withPrefix(value, "");
  }

  /** Seconds with an SI prefix: {@code 20 ms}. */
  public static String seconds(double value) {
    return withPrefix(value, "s");
  }

  private static String withPrefix(double value, String unit) {
    int power =
        value == 0 ? 0 : Math.clamp((int) Math.floor(Math.log10(value * (1 + 1e-9)) / 3), -3, 5);
    String digits = plain(value / Math.pow(1000, power));
    String suffix = value == 0 ? "" : PREFIXES[power + NO_PREFIX] + unit;
    return suffix.isEmpty() ? digits : digits + "\u00a0" + suffix;
  }

  /** A number of percent. */
  public static String percent(double value) {
    return plain(value) + "\u00a0%";
  }

  private static List<Tick> ticks(
      double min, double max, double step, DoubleFunction<String> label) {
    List<Tick> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
      ticks.add(new Tick(i * step, label.apply(i * step)));
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten, at or above {@code least}. */
  private static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (int factor : new int[] {1, 2, 5}) {
      if (least <= factor * power * (1 + 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
