package io.coreyield.analysis.findings.topology;

import io.coreyield.analysis.findings.topology.Sharing.Contradiction;
import io.coreyield.analysis.findings.topology.Sharing.Doubt;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.model.trial.PairRatio;
import io.coreyield.analysis.model.trial.SharingAnswer;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MedianInterval;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Which logical CPUs share a core, from what pairs of them do together with a kernel that fills a
 * core's ports.
 *
 * <p>The ratios of a pair, one per round, become their median. The medians must lie on two levels
 * with a gap between them, or all on one ({@link RatioThreshold}); below the gap a pair shares a
 * core, and groups follow ({@link CoreGroups}). The confidence is the share of bootstrap resamples
 * of the rounds in which the same groups come out, and never more than 1 − 2^(1 − n) of n rounds:
 * with that probability at least one of n rounds lies on either side of a true median, and no count
 * of resamples can know more than the rounds do.
 */
public final class SharedCores {

  /** Below this confidence the answer is "cannot tell". */
  public static final double MIN_CONFIDENCE = Estimate.LEVEL;

  /** How often the rounds are drawn. */
  static final int RESAMPLES = 500;

  private static final int MAX_CONTRADICTIONS = 5;

  private final Topology topology;
  private final List<Integer> cpus;
  private final RatioTable table;

  private SharedCores(Topology topology, List<Integer> cpus, RatioTable table) {
    this.topology = topology;
    this.cpus = cpus;
    this.table = table;
  }

  /**
   * Infers who shares a core with whom.
   *
   * @param topology what the machine declares
   * @param cpus the logical CPUs that were measured, two or more
   * @param observations of pairs of them; a pair that is not there was not measured
   * @return the answer; unknown, with the doubt, where there are fewer than 6 rounds, the ratios
   *     lie on no clear levels, pairs contradict each other, or the confidence is below 95 %
   */
  public static Sharing of(
      Topology topology, List<Integer> cpus, List<PairObservation> observations, long seed) {
    return new SharedCores(topology, cpus, RatioTable.of(observations)).infer(seed);
  }

  /** What was measured of each pair, in order. */
  public static List<PairRatio> ratios(Topology topology, List<PairObservation> observations) {
    RatioTable table = RatioTable.of(observations);
    return IntStream.range(0, table.pairs().size())
        .mapToObj(i -> ratio(topology, table.pairs().get(i), table.median(i), table.rounds(i)))
        .toList();
  }

  private static PairRatio ratio(Topology topology, CpuPair pair, Estimate median, int rounds) {
    return new PairRatio(
        pair.first(),
        pair.second(),
        median.value(),
        median.hasInterval() ? (Double) median.low() : null,
        median.hasInterval() ? (Double) median.high() : null,
        rounds,
        declared(topology, pair.cpus()).size() == 1);
  }

  /** The logical CPUs of each core that the machine declares for two or more of these. */
  static List<List<Integer>> declared(Topology topology, List<Integer> cpus) {
    return topology.cores().stream()
        .map(core -> core.stream().map(LogicalCpu::id).filter(cpus::contains).sorted().toList())
        .filter(core -> core.size() > 1)
        .sorted(Comparator.comparingInt(List::getFirst))
        .toList();
  }

  private Sharing infer(long seed) {
    if (table.rounds() < MedianInterval.MIN_VALUES) {
      return unknown(new Sharing.TooFewRounds(MedianInterval.MIN_VALUES));
    }
    double error = table.typicalError();
    double[] medians = table.medians();
    RatioThreshold levels = RatioThreshold.of(medians, error);
    if (levels.doubt() != null) {
      return unknown(levels.doubt());
    }
    double threshold = levels.threshold();
    List<List<Integer>> groups = CoreGroups.of(table.pairs(), medians, threshold);
    double confidence = confidence(groups, error, seed);
    List<Contradiction> contradictions = contradictions(groups, threshold);
    Doubt doubt =
        !contradictions.isEmpty()
            ? new Sharing.Contradicting()
            : confidence < MIN_CONFIDENCE ? new Sharing.Unstable() : null;
    return new Sharing(
        doubt == null ? answer(groups) : SharingAnswer.UNKNOWN,
        doubt,
        cpus,
        table.pairs().size(),
        table.rounds(),
        confidence,
        threshold,
        groups,
        declared(topology, cpus),
        contradictions);
  }

  private Sharing unknown(Doubt doubt) {
    return new Sharing(
        SharingAnswer.UNKNOWN,
        doubt,
        cpus,
        table.pairs().size(),
        table.rounds(),
        null,
        null,
        List.of(),
        declared(topology, cpus),
        List.of());
  }

  private double confidence(List<List<Integer>> groups, double error, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int same = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      double[] medians = table.resampledMedians(random);
      RatioThreshold levels = RatioThreshold.of(medians, error);
      if (levels.doubt() == null
          && groups.equals(CoreGroups.of(table.pairs(), medians, levels.threshold()))) {
        same++;
      }
    }
    return Math.min((double) same / RESAMPLES, 1 - Math.pow(2, 1 - table.rounds()));
  }

  /** The pairs whose whole interval lies on the other side of the threshold than their groups. */
  private List<Contradiction> contradictions(List<List<Integer>> groups, double threshold) {
    return IntStream.range(0, table.pairs().size())
        .mapToObj(i -> {
          CpuPair pair = table.pairs().get(i);
          boolean shared = groups.stream().anyMatch(group -> group.containsAll(pair.cpus()));
          return new Contradiction(pair, table.median(i), shared);
        })
        .filter(c -> c.shared() ? c.ratio().low() > threshold : c.ratio().high() < threshold)
        .limit(MAX_CONTRADICTIONS)
        .toList();
  }

  private SharingAnswer answer(List<List<Integer>> groups) {
    int grouped = groups.stream().mapToInt(List::size).sum();
    if (grouped == 0) {
      return SharingAnswer.CORES;
    }
    boolean isOne = groups.size() == 1 && grouped == cpus.size() && grouped > 2;
    if (isOne && !groups.equals(declared(topology, cpus))) {
      return SharingAnswer.ONE_CPU;
    }
    return grouped == cpus.size() ? SharingAnswer.HYPERTHREADS : SharingAnswer.MIXED;
  }
}
