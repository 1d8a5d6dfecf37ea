package io.coreyield.benchmarks.topology;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.CpuPair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The pairs of logical CPUs to measure if there is no time for all: declared siblings, the usual
 * sibling numberings, and random pairs.
 */
final class PairSample {

  private PairSample() {}

  /**
   * All pairs, or a sample in which every logical CPU has a partner.
   *
   * @param cpus to be measured, in order, two or more
   * @param most how many pairs there is time for; the sample is larger where it must be, to hold
   *     each logical CPU with the next in number
   */
  static List<CpuPair> of(Topology topology, List<Integer> cpus, int most, long seed) {
    List<CpuPair> all = CpuPair.all(cpus);
    if (all.size() <= most) {
      return all;
    }
    Set<CpuPair> sample = new LinkedHashSet<>();
    for (List<LogicalCpu> core : topology.cores()) {
      List<Integer> ids = core.stream().map(LogicalCpu::id).filter(cpus::contains).toList();
      sample.addAll(CpuPair.all(ids));
    }
    addNumbered(sample, cpus, 1);
    addNumbered(sample, cpus, cpus.size() / 2);
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    List<CpuPair> rest = new ArrayList<>(all);
    rest.removeAll(sample);
    ListSampler.shuffle(random, rest);
    sample.addAll(rest.subList(0, Math.clamp(most - sample.size(), 0, rest.size())));
    return sample.stream().sorted().toList();
  }

  /** Siblings are most often numbered i and i + 1, or i and i + half. */
  private static void addNumbered(Set<CpuPair> sample, List<Integer> cpus, int apart) {
    for (int i = 0; i + apart < cpus.size(); i++) {
      sample.add(CpuPair.of(cpus.get(i), cpus.get(i + apart)));
    }
  }
}
