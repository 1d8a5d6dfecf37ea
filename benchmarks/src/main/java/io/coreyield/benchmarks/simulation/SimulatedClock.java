package io.coreyield.benchmarks.simulation;

/** The time of a simulated machine. */
public final class SimulatedClock {

  /** What the clock shows at the start of a run, which is not the moment of boot. */
  private static final long START_NS = 1_000_000_000_000L;

  private static final double NS_PER_SECOND = 1e9;

  private long nowNs = START_NS;

  public long nanoTime() {
    return nowNs;
  }

  public long elapsedNs() {
    return nowNs - START_NS;
  }

  /** Seconds between the start of the run and a moment. */
  static double seconds(long momentNs) {
    return (momentNs - START_NS) / NS_PER_SECOND;
  }

  /** The first moment that is not before so many seconds of the run; infinite is never. */
  static long moment(double seconds) {
    double ns = Math.ceil(seconds * NS_PER_SECOND);
    return ns < Long.MAX_VALUE - START_NS ? START_NS + (long) ns : Long.MAX_VALUE;
  }

  void advance(long ns) {
    nowNs += ns;
  }
}
