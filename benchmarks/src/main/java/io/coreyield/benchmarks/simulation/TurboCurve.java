package io.coreyield.benchmarks.simulation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The clock by active cores, relative to that with one: straight lines between the given points,
 * flat beyond the last.
 */
public final class TurboCurve {

  private static final double MAX = 2;

  private final NavigableMap<Integer, Double> points;

  private TurboCurve(NavigableMap<Integer, Double> points) {
    this.points = points;
  }

  /**
   * A curve through these points, by active cores, and 1 at one active core.
   *
   * @throws IllegalArgumentException naming the point that is out of range
   */
  @JsonCreator
  public static TurboCurve of(Map<Integer, Double> byActiveCores) {
    NavigableMap<Integer, Double> points = new TreeMap<>(byActiveCores);
    points.forEach(TurboCurve::require);
    points.putIfAbsent(1, 1.0);
    Ranges.require(
        points.firstEntry().getValue() == 1,
        "the clock is stated for one active core, so the curve must be 1 there, not %s"
            .formatted(points.firstEntry().getValue()));
    return new TurboCurve(points);
  }

  private static void require(int cores, double relative) {
    Ranges.require(
        cores >= 1 && relative > 0 && relative <= MAX,
        "%s at %d active cores: give a count of 1 or more and a relative frequency above 0, at most %s"
            .formatted(relative, cores, MAX));
  }

  /** The relative clock with so many active cores, 1 or more. */
  public double at(int activeCores) {
    Map.Entry<Integer, Double> below = points.floorEntry(activeCores);
    Map.Entry<Integer, Double> above = points.ceilingEntry(activeCores);
    if (above == null || above.getKey().equals(below.getKey())) {
      return below.getValue();
    }
    double way = (double) (activeCores - below.getKey()) / (above.getKey() - below.getKey());
    return below.getValue() + way * (above.getValue() - below.getValue());
  }
}
