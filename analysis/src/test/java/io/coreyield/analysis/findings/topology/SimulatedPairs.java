package io.coreyield.analysis.findings.topology;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.CpuWindow;
import io.coreyield.analysis.model.trial.PairObservation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Windows of a machine whose truth is known.
 *
 * @param cpus how many logical CPUs
 * @param truth the groups that share a core
 * @param together what a sharing pair does, in what one does alone
 * @param noise relative standard deviation of a window
 * @param stolen share of windows of which a neighbour takes 10 to 80 %
 */
record SimulatedPairs(
    int cpus, List<List<Integer>> truth, double together, double noise, double stolen) {

  private static final double ALONE = 1e10;
  private static final double SEPARATE = 1.95;
  private static final int SOLOS = 4;

  static SimulatedPairs of(int cpus, List<List<Integer>> truth, double noise) {
    return new SimulatedPairs(cpus, truth, 1.06, noise, 0);
  }

  SimulatedPairs stolen(double share) {
    return new SimulatedPairs(cpus, truth, together, noise, share);
  }

  SimulatedPairs together(double ratio) {
    return new SimulatedPairs(cpus, truth, ratio, noise, stolen);
  }

  List<Integer> ids() {
    return IntStream.range(0, cpus).boxed().toList();
  }

  List<PairObservation> measure(int rounds, long seed) {
    return measure(CpuPair.all(ids()), rounds, seed);
  }

  List<PairObservation> measure(List<CpuPair> pairs, int rounds, long seed) {
    Random random = new Random(seed);
    List<PairObservation> observations = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<List<Integer>> order = new ArrayList<>();
      pairs.forEach(pair -> order.add(pair.cpus()));
      ids().forEach(cpu -> order.addAll(Collections.nCopies(SOLOS, List.of(cpu))));
      Collections.shuffle(order, random);
      List<CpuWindow> windows = new ArrayList<>();
      for (List<Integer> some : order) {
        windows.add(new CpuWindow(some, windows.size(), window(some, random)));
      }
      observations.addAll(PairObservations.of(round, windows));
    }
    return observations;
  }

  private double window(List<Integer> some, Random random) {
    boolean shares = truth.stream().anyMatch(group -> group.containsAll(some));
    double level = some.size() == 1 ? 1 : shares ? together : SEPARATE;
    double left = random.nextDouble() < stolen ? 0.2 + 0.7 * random.nextDouble() : 1;
    return ALONE * level * left * Math.max(0.05, 1 + noise * random.nextGaussian());
  }

  /** A machine that declares these groups, and a core each for the others. */
  static Topology topology(int cpus, List<List<Integer>> declared) {
    return new Topology(
        IntStream.range(0, cpus)
            .mapToObj(cpu -> {
              int core =
                  declared.stream()
                      .filter(group -> group.contains(cpu))
                      .findFirst()
                      .map(List::getFirst)
                      .orElse(cpu);
              return new LogicalCpu(cpu, core, 0, 0, 0, true);
            })
            .toList());
  }

  /** Groups of {@code i, i + cores}. */
  static List<List<Integer>> farSiblings(int cores) {
    return IntStream.range(0, cores).mapToObj(i -> List.of(i, i + cores)).toList();
  }
}
