package io.coreyield.analysis.chart;

import io.coreyield.analysis.findings.SecondWorkers;
import io.coreyield.analysis.findings.SecondWorkers.One;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The scale on which the rows of a run lie, and what its parts mean. Places are fractions of its
 * width.
 *
 * @param isFactor whether figures are the work of both workers, from 1× to 2×, and not what the
 *     second adds
 * @param axis of gains, fractions
 */
public record GainScale(boolean isFactor, Axis axis) {

  /** Less than this between floor and ceiling leaves no room for zones between them. */
  private static final double MIN_SPAN = 0.2;

  private static final double EDGE = 0.04;
  private static final double LEAST = -0.5;
  private static final double MOST = 1.6;

  /** A part of the scale. */
  public record Zone(Category means, double from, double to) {}

  /** Holds all gains with their intervals, as far as is sensible. */
  public static GainScale of(SecondWorkers workers) {
    double[] ends =
        workers.all().stream()
            .flatMapToDouble(one ->
                DoubleStream.concat(
                    ends(one.gain()), DoubleStream.of(one.controls().ceiling().value())))
            .filter(Double::isFinite)
            .toArray();
    double low = DoubleStream.of(ends).min().orElse(0) - EDGE;
    double high = DoubleStream.of(ends).max().orElse(1) + EDGE;
    boolean isFactor = !workers.place().isSibling();
    return new GainScale(
        isFactor,
        new Axis(
            "",
            Math.clamp(low, LEAST, -0.12),
            Math.clamp(high, 1.12, MOST),
            List.of(tick(0, isFactor), tick(0.5, isFactor), tick(1, isFactor)),
            false));
  }

  private static DoubleStream ends(Estimate gain) {
    return DoubleStream.of(gain.value(), gain.low(), gain.high());
  }

  private static Axis.Tick tick(double gain, boolean isFactor) {
    return new Axis.Tick(gain, isFactor ? Axis.plain(1 + gain) + "×" : Axis.percent(100 * gain));
  }

  /** The gain in words: {@code 85 %}, or {@code 1.85×} where both workers count. */
  public String text(double gain) {
    return isFactor ? Unit.FACTOR.text(1 + gain) : Unit.PERCENT.text(gain);
  }

  /** Its interval in brackets after a space; empty where there is none. */
  public String interval(Estimate gain) {
    return isFactor ? Unit.FACTOR.brackets(gain.plus(1)) : Unit.PERCENT.brackets(gain);
  }

  /** From left to right; up to the measured ceiling, or to 1 where there is none. */
  public List<Zone> zones(One one) {
    Estimate floor = one.controls().floor();
    Estimate ceiling = one.controls().ceiling();
    boolean isMeasured = ceiling.value() - floor.value() >= MIN_SPAN;
    double from = isMeasured ? floor.value() : 0;
    double to = isMeasured ? ceiling.value() : 1;
    double margin = Category.MARGIN * (to - from);
    List<Zone> zones = new ArrayList<>();
    zones.add(zone(Category.HARMFUL, axis.min(), from - margin));
    zones.add(zone(Category.NOTHING, from - margin, from + margin));
    zones.add(zone(Category.SOMETHING, from + margin, to - margin));
    zones.add(zone(Category.AS_GOOD_AS_A_CORE, to - margin, to));
    return zones;
  }

  private Zone zone(Category means, double from, double to) {
    return new Zone(means, axis.fraction(from), axis.fraction(to));
  }
}
