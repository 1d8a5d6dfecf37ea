package io.coreyield.benchmarks.topology;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.benchmarks.machine.Bursts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * The logical CPUs, their pairs and the windows of each round, made to fit a time.
 *
 * @param restMs between two windows
 */
public record TopologyPlan(
    List<Integer> cpus, List<CpuPair> pairs, int windowMs, double restMs, long seed) {

  /** Enough for a median that holds if one in three windows is disturbed. */
  static final int MIN_ROUNDS = 12;

  /** On a large machine, rather fewer rounds of more pairs. */
  static final int MIN_SAMPLED_ROUNDS = 8;

  /** Each logical CPU alone, so often in a round. */
  static final int SOLO_PASSES = 3;

  /** In shorter ones the edges dominate. */
  static final int SHORTEST_WINDOW_MS = 10;

  /** Above this, more rounds are worth more than longer windows. */
  static final int LONGEST_WINDOW_MS = 100;

  /** The golden ratio in 64 bits: near seeds share no round. */
  private static final long ROUND_STEP = 0x9e3779b97f4a7c15L;

  /** All their pairs fit a fifth of the default budget. */
  private static final int MAX_CPUS_IN_A_CAMPAIGN = 16;

  /** If there is time: more than needed, for noisy machines. */
  private static final int WANTED_ROUNDS = 24;

  /** Between two windows: dispatch, the common start, the chunk under way at the end. */
  private static final double MS_BETWEEN_WINDOWS = 2.6;

  /**
   * All pairs where the time holds {@value #MIN_ROUNDS} rounds of them, or else a sample of which
   * it holds {@value #MIN_SAMPLED_ROUNDS}.
   *
   * @param cpus to be measured, in order, two or more
   * @param measuring the time for all rounds
   * @param windowMs that the user chose; null: what fits the time
   * @param bursts that a CPU quota leaves room for
   */
  public static TopologyPlan of(
      Topology topology,
      List<Integer> cpus,
      Duration measuring,
      @Nullable Integer windowMs,
      Bursts bursts,
      long seed) {
    double restMs = MS_BETWEEN_WINDOWS + bursts.restMs();
    int solos = SOLO_PASSES * cpus.size();
    int all = cpus.size() * (cpus.size() - 1) / 2;
    int window =
        bursts.windowMs(
            windowMs != null ? windowMs : fittingWindowMs(measuring, all + solos, restMs));
    double windows = measuring.toMillis() / (window + restMs);
    boolean isTimeForAll = windows >= (double) MIN_ROUNDS * (all + solos);
    int most = isTimeForAll ? all : (int) (windows / MIN_SAMPLED_ROUNDS) - solos;
    return new TopologyPlan(cpus, PairSample.of(topology, cpus, most, seed), window, restMs, seed);
  }

  /**
   * The logical CPUs for which there is time in a part of a campaign: all where these are few, else
   * some in which siblings can be found, declared or not. Siblings are most often numbered i and i
   * + 1, or i and i + half.
   *
   * @param usable the part of the machine that this process may use
   * @param seed of the choice
   */
  public static List<Integer> someCpus(Topology usable, long seed) {
    List<Integer> all = usable.cpus().stream().map(LogicalCpu::id).toList();
    if (all.size() <= MAX_CPUS_IN_A_CAMPAIGN) {
      return all;
    }
    int half = all.size() / 2;
    List<Integer> starts =
        new ArrayList<>(IntStream.range(0, half / 2).map(i -> 2 * i).boxed().toList());
    ListSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(seed), starts);
    return starts.stream()
        .limit(MAX_CPUS_IN_A_CAMPAIGN / 4)
        .flatMap(i -> Stream.of(i, i + 1, i + half, i + half + 1))
        .map(all::get)
        .sorted()
        .toList();
  }

  private static int fittingWindowMs(Duration measuring, int windowsPerRound, double restMs) {
    double perWindowMs = measuring.toMillis() / ((double) WANTED_ROUNDS * windowsPerRound);
    return (int) Math.clamp(perWindowMs - restMs, SHORTEST_WINDOW_MS, LONGEST_WINDOW_MS);
  }

  /** How many pairs there are, measured or not. */
  public int pairsInAll() {
    return cpus.size() * (cpus.size() - 1) / 2;
  }

  /** Whether a pair is left out. */
  public boolean isSample() {
    return pairs.size() < pairsInAll();
  }

  /** Rounds after which it may end if the answer is clear. */
  public int leastRounds() {
    return isSample() ? MIN_SAMPLED_ROUNDS : MIN_ROUNDS;
  }

  /** How long a round takes. */
  public double roundSeconds() {
    return (pairs.size() + SOLO_PASSES * cpus.size()) * (windowMs + restMs) / 1e3;
  }

  /**
   * The logical CPUs of each window of a round, 0-based: every pair once, in an order drawn anew,
   * and every logical CPU alone in passes that are spread over it.
   */
  List<List<Integer>> windows(int round) {
    UniformRandomProvider random =
        RandomSource.XO_SHI_RO_256_PP.create(seed + ROUND_STEP * (round + 1));
    List<CpuPair> shuffled = new ArrayList<>(pairs);
    ListSampler.shuffle(random, shuffled);
    List<List<Integer>> windows = new ArrayList<>();
    for (int pass = 0; pass < SOLO_PASSES; pass++) {
      List<Integer> solos = new ArrayList<>(cpus);
      ListSampler.shuffle(random, solos);
      solos.forEach(cpu -> windows.add(List.of(cpu)));
      int from = shuffled.size() * pass / SOLO_PASSES;
      int to = shuffled.size() * (pass + 1) / SOLO_PASSES;
      shuffled.subList(from, to).forEach(pair -> windows.add(pair.cpus()));
    }
    return List.copyOf(windows);
  }
}
