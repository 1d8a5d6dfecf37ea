package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.plan.PairArm;

/** The scatter of one fork: drawn at its start, and anew for each of its windows. */
final class ForkNoise {

  /** Beyond the numbers of all trials. */
  private static final int FIRST_FINE_STREAM = 1 << 28;

  /** Standard deviation of reading a clock that does not change. */
  private static final double CLOCK_READING = 0.001;

  private final Noise noise;
  private final Gaussian random;

  /** A stream of its own, so that other random values do not depend on it. */
  private final Gaussian fine;

  private final double speed;
  private final double siblings;
  private final double sharing;
  private final double separate;
  private double window;

  private ForkNoise(Noise noise, Gaussian random, Gaussian fine) {
    this.noise = noise;
    this.random = random;
    this.fine = fine;
    this.speed = random.factor(noise.fork());
    this.siblings = random.factor(noise.fork());
    this.sharing = random.factor(noise.fork());
    this.separate = random.factor(noise.fork());
    this.window = random.next();
  }

  static ForkNoise of(Noise noise, long seed, int trial) {
    return new ForkNoise(
        noise, Gaussian.of(seed, trial), Gaussian.of(seed, FIRST_FINE_STREAM + trial));
  }

  /** How much two workers on one core do together, about 1. */
  double siblings() {
    return siblings;
  }

  /** The speed of an arm in its next window, about 1, without the effect of siblings. */
  double next(PairArm arm) {
    return next()
        * switch (arm) {
          case FIRST,
              SECOND,
              OTHER,
              BOTH,
              FIRST_SWAPPED,
              SECOND_SWAPPED,
              OTHER_SWAPPED,
              BOTH_SWAPPED ->
              1;
          case SAME -> sharing;
          case SEPARATE, SEPARATE_SWAPPED -> separate;
        };
  }

  /** How fast the next operation is within its iteration, about 1. */
  double operation() {
    return noise.operation() == 0 ? 1 : fine.factor(noise.operation());
  }

  /** The error of the next clock reading, a factor about 1. */
  double clockReading() {
    return fine.factor(CLOCK_READING);
  }

  /** How fast the next window or iteration is, about 1. */
  double next() {
    double memory = noise.autocorrelation();
    window = memory * window + Math.sqrt(1 - memory * memory) * random.next();
    double factor = speed * Math.exp(noise.window() * window);
    return random.uniform() < noise.outlierShare()
        ? factor / (1 - noise.outlierSlowdown() * Math.log1p(-random.uniform()))
        : factor;
  }
}
