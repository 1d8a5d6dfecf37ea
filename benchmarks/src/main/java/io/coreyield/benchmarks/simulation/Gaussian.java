package io.coreyield.benchmarks.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Normal deviates of one stream of a run. */
final class Gaussian {

  /** Odd, and not the constant of the rounds: noise does not depend on order. */
  private static final long STREAM_STEP = 0xd1342543de82ef95L;

  private final UniformRandomProvider random;
  private final ZigguratSampler.NormalizedGaussian normal;

  private Gaussian(UniformRandomProvider random) {
    this.random = random;
    this.normal = ZigguratSampler.NormalizedGaussian.of(random);
  }

  /** One stream of a run; equal seeds and streams give equal deviates. */
  static Gaussian of(long seed, int stream) {
    return new Gaussian(RandomSource.XO_SHI_RO_256_PP.create(seed + STREAM_STEP * (stream + 1L)));
  }

  double next() {
    return normal.sample();
  }

  /** A log-normal factor about 1. */
  double factor(double deviation) {
    return Math.exp(deviation * next());
  }

  double exponential() {
    return -Math.log1p(-uniform());
  }

  double uniform() {
    return random.nextDouble();
  }
}
