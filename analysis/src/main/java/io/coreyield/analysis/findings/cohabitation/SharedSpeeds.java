package io.coreyield.analysis.findings.cohabitation;

import io.coreyield.analysis.stats.Block;
import io.coreyield.analysis.stats.ClusteredBootstrap;
import io.coreyield.analysis.stats.ClusteredBootstrap.Cores;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.StandardError;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What two kernels do at the same time. A relative speed is throughput beside the other over
 * throughput alone; its inverse is the slowdown.
 *
 * @param kernel relative speed of the one
 * @param beside relative speed of the other
 * @param weightedSpeedup sum of both: 1 is what one thread does, 2 is two cores. (Snavely and
 *     Tullsen, Symbiotic jobscheduling for a simultaneous multithreaded processor, ASPLOS 2000)
 * @param harmonicMean of both: low also where one of them starves. (Luo, Gummaraju and Franklin,
 *     Balancing throughput and fairness in SMT processors, ISPASS 2001)
 * @param fairness the lower over the higher: 1 where both suffer alike. (Gabor, Weiss and
 *     Mendelson, Fairness and throughput in switch on event multithreading, MICRO 2006)
 * @param asymmetry speed of the one over that of the other: below 1 the one suffers more
 */
public record SharedSpeeds(
    Estimate kernel,
    Estimate beside,
    Estimate weightedSpeedup,
    Estimate harmonicMean,
    Estimate fairness,
    Estimate asymmetry) {

  private static final String ALIKE = "both workers run the same kernel";

  /** Nothing is known. */
  static SharedSpeeds unknown(String reason) {
    Estimate none = Estimate.unknown(reason);
    return new SharedSpeeds(none, none, none, none, none, none);
  }

  /**
   * From the logarithms of both relative speeds in each block.
   *
   * @param blocks two figures each
   */
  static SharedSpeeds of(List<Block> blocks, Cores cores, long seed) {
    ToDoubleFunction<double[]> first = logs -> Math.exp(logs[0]);
    ToDoubleFunction<double[]> second = logs -> Math.exp(logs[1]);
    return new SharedSpeeds(
        estimate(blocks, cores, first, seed),
        estimate(blocks, cores, second, seed),
        estimate(blocks, cores, logs -> Math.exp(logs[0]) + Math.exp(logs[1]), seed),
        estimate(blocks, cores, logs -> 2 / (Math.exp(-logs[0]) + Math.exp(-logs[1])), seed),
        estimate(blocks, cores, logs -> Math.exp(-Math.abs(logs[0] - logs[1])), seed),
        estimate(blocks, cores, logs -> Math.exp(logs[0] - logs[1]), seed));
  }

  /** Of one kernel beside itself, by what the second worker adds: each does half of both. */
  static SharedSpeeds alike(Estimate yield) {
    Estimate sum = yield.plus(1);
    Estimate each = sum.times(0.5);
    return new SharedSpeeds(
        each, each, sum, each, Estimate.unknown(ALIKE), Estimate.unknown(ALIKE));
  }

  private static Estimate estimate(
      List<Block> blocks, Cores cores, ToDoubleFunction<double[]> statistic, long seed) {
    return ClusteredBootstrap.of(blocks, cores, statistic, seed);
  }

  /** How much longer the one takes beside the other: 1 over its relative speed. */
  public Estimate kernelSlowdown() {
    return inverse(kernel);
  }

  /** How much longer the other takes beside the one. */
  public Estimate besideSlowdown() {
    return inverse(beside);
  }

  /** The same seen from the other kernel. */
  SharedSpeeds swapped() {
    return new SharedSpeeds(
        /* kernel= */ beside,
        /* beside= */ kernel,
        weightedSpeedup,
        harmonicMean,
        fairness,
        inverse(asymmetry));
  }

  private static Estimate inverse(Estimate e) {
    if (!e.hasInterval() || e.low() <= 0) {
      String reason = e.reason() == null ? "the interval reaches 0" : e.reason();
      return e.hasValue() ? Estimate.withoutInterval(1 / e.value(), reason) : e;
    }
    Estimate inverse = Estimate.of(1 / e.value(), 1 / e.high(), 1 / e.low());
    StandardError error = e.error();
    return error == null
        ? inverse
        : inverse.withError(error.value() / e.value() / e.value(), error.degreesOfFreedom());
  }
}
