package io.coreyield.analysis.capture.curve;

import io.coreyield.analysis.model.trial.Captured.CurvePoint;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The scaling of a server that somebody published.
 *
 * @param vendor who rents or sells it
 * @param server its name there
 * @param cpu its processor, as it gives it
 * @param logicalCpus how many it has
 * @param threadsPerCore as its system declares
 * @param curve by ascending number of workers; at least one point
 */
public record PublishedCurve(
    String vendor,
    String server,
    String cpu,
    int logicalCpus,
    int threadsPerCore,
    List<CurvePoint> curve) {

  /** Sorts the points. */
  public PublishedCurve {
    curve = curve.stream().sorted(Comparator.comparingInt(CurvePoint::workers)).toList();
  }

  /**
   * What the second half of the logical CPUs adds: throughput of all of them over that of half of
   * them, less 1. Empty where their number is odd, or the curve lacks one of the two points.
   */
  public OptionalDouble secondHalfAdds() {
    double[] both =
        DoubleStream.concat(at(logicalCpus), at(logicalCpus / 2)).filter(t -> t > 0).toArray();
    return logicalCpus % 2 == 0 && both.length == 2
        ? OptionalDouble.of(both[0] / both[1] - 1)
        : OptionalDouble.empty();
  }

  private DoubleStream at(int workers) {
    return curve.stream()
        .filter(point -> point.workers() == workers)
        .mapToDouble(CurvePoint::throughput)
        .limit(1);
  }
}
