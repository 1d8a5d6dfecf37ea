package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.CoreSharing;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.model.trial.PairRatio;
import io.coreyield.analysis.model.trial.SharingAnswer;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MedianInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * Which logical CPUs share a core, from what pairs of them do together with a kernel that fills a
 * core's ports.
 *
 * <p>The ratios of a pair, one per round, become their median. The medians must lie on two levels
 * with a gap between them, or all on one ({@link Levels}); below the gap a pair shares a core, and
 * groups follow ({@link CoreGroups}). The confidence is the share of bootstrap resamples of the
 * rounds in which the same groups come out, and never more than 1 − 2^(1 − n) of n rounds: with
 * that probability at least one of n rounds lies on either side of a true median, and no count of
 * resamples can know more than the rounds do.
 */
public final class SharedCores {

  /** Below this confidence the answer is "cannot tell". */
  public static final double LEAST_CONFIDENCE = Estimate.LEVEL;

  /** How often the rounds are drawn. */
  static final int RESAMPLES = 500;

  private static final int MOST_CONTRADICTIONS = 5;
  private static final String MORE_TIME = "give it more time by --budget, on a quieter machine";

  private final Topology topology;
  private final List<Integer> cpus;
  private final RatioTable table;
  private final int pairsInAll;

  private SharedCores(Topology topology, List<Integer> cpus, RatioTable table, int pairsInAll) {
    this.topology = topology;
    this.cpus = cpus;
    this.table = table;
    this.pairsInAll = pairsInAll;
  }

  /**
   * Infers who shares a core with whom.
   *
   * @param topology what the machine declares
   * @param cpus the logical CPUs that were measured, two or more
   * @param observations of pairs of them; a pair that is not there was not measured
   * @param seed of the resamples
   * @return the answer; unknown, with the reason in its sentence, where there are fewer than 6
   *     rounds, the ratios lie on no clear levels, pairs contradict each other, or the confidence
   *     is below 95 %
   */
  public static CoreSharing of(
      Topology topology, List<Integer> cpus, List<PairObservation> observations, long seed) {
    int pairsInAll = cpus.size() * (cpus.size() - 1) / 2;
    return new SharedCores(topology, cpus, RatioTable.of(observations), pairsInAll).infer(seed);
  }

  /** What was measured of each pair, in order. */
  public static List<PairRatio> ratios(Topology topology, List<PairObservation> observations) {
    RatioTable table = RatioTable.of(observations);
    List<PairRatio> ratios = new ArrayList<>();
    for (int i = 0; i < table.pairs().size(); i++) {
      CpuPair pair = table.pairs().get(i);
      Estimate median = table.median(i);
      ratios.add(
          new PairRatio(
              pair.first(),
              pair.second(),
              median.value(),
              median.hasInterval() ? (Double) median.low() : null,
              median.hasInterval() ? (Double) median.high() : null,
              table.rounds(i),
              declared(topology, pair.cpus()).size() == 1));
    }
    return List.copyOf(ratios);
  }

  /** The logical CPUs of each core that the machine declares for two or more of these. */
  static List<List<Integer>> declared(Topology topology, List<Integer> cpus) {
    return topology.cores().stream()
        .map(core -> core.stream().map(LogicalCpu::id).filter(cpus::contains).sorted().toList())
        .filter(core -> core.size() > 1)
        .sorted(Comparator.comparingInt(List::getFirst))
        .toList();
  }

  private CoreSharing infer(long seed) {
    int rounds = table.rounds();
    if (rounds < MedianInterval.LEAST_VALUES) {
      return unknown(
          "%d rounds over all pairs are too few, %d are needed"
              .formatted(rounds, MedianInterval.LEAST_VALUES),
          null,
          List.of());
    }
    double error = table.typicalError();
    double[] medians = table.medians();
    Levels levels = Levels.of(medians, error);
    if (levels.doubt() != null) {
      return unknown(levels.doubt(), null, List.of());
    }
    List<List<Integer>> groups = CoreGroups.of(table.pairs(), medians, levels.threshold());
    double confidence = confidence(groups, error, seed);
    CoreSharing guess =
        sharing(SharingAnswer.UNKNOWN, "", confidence, levels.threshold(), groups, List.of());
    List<String> contradictions = contradictions(guess, levels.threshold());
    if (!contradictions.isEmpty()) {
      return unknown("the pairs contradict each other", guess, contradictions);
    }
    if (confidence < LEAST_CONFIDENCE) {
      return unknown("the groups change with the rounds that are looked at", guess, List.of());
    }
    return known(guess);
  }

  private double confidence(List<List<Integer>> groups, double error, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int same = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      double[] medians = table.resampledMedians(random);
      Levels levels = Levels.of(medians, error);
      if (levels.doubt() == null
          && groups.equals(CoreGroups.of(table.pairs(), medians, levels.threshold()))) {
        same++;
      }
    }
    return Math.min((double) same / RESAMPLES, 1 - Math.pow(2, 1 - table.rounds()));
  }

  /** The pairs whose whole interval lies on the other side of the threshold than their groups. */
  private List<String> contradictions(CoreSharing groups, double threshold) {
    return IntStream.range(0, table.pairs().size())
        .filter(i -> {
          Estimate median = table.median(i);
          return groups.isShared(table.pairs().get(i))
              ? median.low() > threshold
              : median.high() < threshold;
        })
        .mapToObj(i -> contradiction(i, groups.isShared(table.pairs().get(i))))
        .limit(MOST_CONTRADICTIONS)
        .toList();
  }

  private String contradiction(int pair, boolean shared) {
    return "%s %s like two that share a core (%s), and other pairs say that they %s"
        .formatted(
            table.pairs().get(pair),
            shared ? "do not behave" : "behave",
            Phrases.factor(table.median(pair)),
            shared ? "do" : "do not");
  }

  private CoreSharing known(CoreSharing guess) {
    SharingAnswer answer = answer(guess.groups(), guess.declared());
    String sentence =
        new SharingSentence(cpus, answer, guess, table.pairs().size() < pairsInAll)
            .text(evidence(guess));
    return sharing(
        answer, sentence, guess.confidence(), guess.threshold(), guess.groups(), List.of());
  }

  private SharingAnswer answer(List<List<Integer>> groups, List<List<Integer>> declared) {
    int grouped = groups.stream().mapToInt(List::size).sum();
    if (grouped == 0) {
      return SharingAnswer.CORES;
    }
    if (groups.size() == 1 && grouped == cpus.size() && grouped > 2 && !groups.equals(declared)) {
      return SharingAnswer.ONE_CPU;
    }
    return grouped == cpus.size() ? SharingAnswer.HYPERTHREADS : SharingAnswer.MIXED;
  }

  private CoreSharing unknown(
      String reason, @Nullable CoreSharing guess, List<String> contradictions) {
    String sentence =
        "Cannot tell which of the %s share a core: %s%s; %s."
            .formatted(
                Phrases.count(cpus.size(), "logical CPU"),
                reason,
                contradictions.isEmpty() ? "" : " (" + String.join("; ", contradictions) + ")",
                MORE_TIME);
    return sharing(
        SharingAnswer.UNKNOWN,
        sentence,
        guess == null ? null : guess.confidence(),
        guess == null ? null : guess.threshold(),
        guess == null ? List.of() : guess.groups(),
        contradictions);
  }

  private CoreSharing sharing(
      SharingAnswer answer,
      String sentence,
      @Nullable Double confidence,
      @Nullable Double threshold,
      List<List<Integer>> groups,
      List<String> contradictions) {
    return new CoreSharing(
        answer, sentence, confidence, threshold, groups, declared(topology, cpus), contradictions);
  }

  private String evidence(CoreSharing sharing) {
    int measured = table.pairs().size();
    String pairs =
        measured == pairsInAll
            ? (measured == 1 ? "1 pair" : "all %d pairs".formatted(measured))
            : "a sample of %d of %d pairs".formatted(measured, pairsInAll);
    return "(confidence %s; %s, %s)"
        .formatted(
            Phrases.share(sharing.confidence()), pairs, Phrases.count(table.rounds(), "round"));
  }
}
