package io.coreyield.benchmarks.campaign;

import io.coreyield.analysis.model.Configuration;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/** The order of a round: every configuration once, shuffled by the seed of the run. */
final class RoundOrder {

  private RoundOrder() {}

  /** The same for the same seed and round, so that a resumed run goes on where it stopped. */
  static List<Configuration> of(List<Configuration> configurations, long seed, int round) {
    UniformRandomProvider random =
        RandomSource.XO_SHI_RO_256_PP.create(new long[] {seed, round, 0x9e3779b97f4a7c15L, 1});
    List<Configuration> order = new java.util.ArrayList<>(configurations);
    ListSampler.shuffle(random, order);
    return List.copyOf(order);
  }
}
