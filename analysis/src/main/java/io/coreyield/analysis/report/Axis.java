package io.coreyield.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A scale between figures and pixels, with its ticks.
 *
 * @param low figure at {@code from}
 * @param high figure at {@code to}, above {@code low}
 * @param from pixel of {@code low}
 * @param to pixel of {@code high}
 * @param logarithmic whether equal factors are equally far apart; then {@code low} is above 0
 * @param ticks marked figures, ascending
 */
record Axis(
    double low, double high, double from, double to, boolean logarithmic, List<Tick> ticks) {

  /** A marked figure. */
  record Tick(double value, String label) {}

  private static final int[] STEPS = {1, 2, 5, 10};

  /** Fewer ticks than this do not show a logarithmic scale. */
  private static final int FEW_TICKS = 3;

  /** From lowest to highest, beyond which powers of ten are ticks enough. */
  private static final double WIDE = 3000;

  Axis {
    ticks = List.copyOf(ticks);
  }

  /** The pixel of a figure. */
  double at(double value) {
    double share =
        logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return from + share * (to - from);
  }

  /** From 0 to at least {@code high}, with at most {@code most} round steps. */
  static Axis fromZero(
      double high, double from, double to, int most, DoubleFunction<String> label) {
    double step = roundStep(high / most);
    int count = Math.max(1, (int) Math.ceil(high / step - 1e-9));
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      ticks.add(new Tick(i * step, label.apply(i * step)));
    }
    return new Axis(0, count * step, from, to, false, ticks);
  }

  /** A logarithmic axis over positive figures, with ticks at 1, 2, 5, 10 … inside them. */
  static Axis log(double low, double high, double from, double to, DoubleFunction<String> label) {
    double lowest = low * 0.8;
    double highest = high * 1.2;
    double step = roundStep((highest - lowest) / FEW_TICKS);
    List<Double> decimal = decimal(lowest, highest, highest / lowest > WIDE ? 1 : STEPS.length - 1);
    List<Double> values =
        decimal.size() < FEW_TICKS
            ? DoubleStream.iterate(
                    Math.ceil(lowest / step) * step, v -> v <= highest, v -> v + step)
                .boxed()
                .toList()
            : decimal;
    List<Tick> ticks = values.stream().map(v -> new Tick(v, label.apply(v))).toList();
    return new Axis(lowest, highest, from, to, true, ticks);
  }

  /** The first {@code steps} of 1, 2, 5 times each power of ten between two figures. */
  private static List<Double> decimal(double low, double high, int steps) {
    return IntStream.rangeClosed((int) Math.floor(Math.log10(low)), (int) Math.log10(high))
        .boxed()
        .flatMap(power -> Arrays.stream(STEPS).limit(steps).mapToObj(s -> s * Math.pow(10, power)))
        .filter(value -> value >= low && value <= high)
        .toList();
  }

  /** A log2 axis of worker counts, with a tick at each; labels only where there is room. */
  static Axis workers(List<Integer> counts, List<Integer> important, double from, double to) {
    double least = counts.getFirst();
    double most = counts.getLast();
    double margin = Math.pow(2 * most / least, 0.06);
    double low = least / margin;
    double high = most * margin;
    Axis bare = new Axis(low, high, from, to, true, List.of());
    List<Tick> ticks = new ArrayList<>();
    for (int count : counts) {
      boolean room =
          counts.stream()
              .filter(other -> other != count)
              .filter(other -> Math.abs(bare.at(other) - bare.at(count)) < 17)
              .noneMatch(other ->
                  rank(other, important) > rank(count, important)
                      || (rank(other, important) == rank(count, important) && other > count));
      ticks.add(new Tick(count, room ? Integer.toString(count) : ""));
    }
    return new Axis(low, high, from, to, true, ticks);
  }

  private static int rank(int count, List<Integer> important) {
    return important.contains(count) ? 2 : Integer.bitCount(count) == 1 ? 1 : 0;
  }

  /** The smallest of 1, 2, 5 times a power of ten that is at least {@code least}. */
  static double roundStep(double least) {
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    for (int step : STEPS) {
      if (step * decade >= least * (1 - 1e-9)) {
        return step * decade;
      }
    }
    return 10 * decade;
  }

  /** A figure with as few digits as say it. */
  static String plain(double value) {
    String digits = String.format(Locale.ROOT, "%.3f", value);
    return digits.replaceAll("\\.?0+$", "");
  }

  /** A figure with an SI prefix and as few digits as say it: {@code 2 G}. */
  static String withPrefix(double value) {
    if (value == 0) {
      return "0";
    }
    String[] prefixes = {"", "k", "M", "G", "T", "P"};
    int power = Math.clamp((int) Math.floor(Math.log10(value * (1 + 1e-9)) / 3), 0, 5);
    String digits = plain(value / Math.pow(1000, power));
    return prefixes[power].isEmpty() ? digits : digits + "\u00a0" + prefixes[power];
  }
}
