package io.coreyield.analysis.findings.topology;

import static io.coreyield.analysis.findings.topology.SimulatedPairs.farSiblings;
import static io.coreyield.analysis.findings.topology.SimulatedPairs.topology;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.CoreSharing;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.model.trial.PairRatio;
import io.coreyield.analysis.model.trial.SharingAnswer;
import io.coreyield.analysis.wording.SharingWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of simulated machines whose truth is known. */
class SharedCoresTest {

  private static final List<List<Integer>> NONE = List.of();
  private static final List<List<Integer>> NEAR = List.of(List.of(0, 1), List.of(2, 3));
  private static final int ROUNDS = 12;

  private static CoreSharing infer(SimulatedPairs machine, List<List<Integer>> declared) {
    return infer(machine, declared, ROUNDS);
  }

  private static CoreSharing infer(
      SimulatedPairs machine, List<List<Integer>> declared, int rounds) {
    return infer(topology(machine.cpus(), declared), machine.measure(rounds, 1));
  }

  private static CoreSharing infer(Topology topology, List<PairObservation> observations) {
    List<Integer> ids = topology.cpus().stream().map(LogicalCpu::id).toList();
    return SharingWords.of(SharedCores.of(topology, ids, observations, 1));
  }

  @Test
  void nothingIsShared() {
    CoreSharing sharing = infer(SimulatedPairs.of(4, NONE, 0.02), NONE);

    assertThat(sharing.answer()).isEqualTo(SharingAnswer.CORES);
    assertThat(sharing.groups()).isEmpty();
    assertThat(sharing.sentence())
        .isEqualTo(
            "Each of the 4 logical CPUs is a whole core, as the machine declares"
                + " (confidence 99.9 %; all 6 pairs, 12 rounds).");
  }

  @Test
  void hiddenSiblingsAreFound() {
    CoreSharing sharing = infer(SimulatedPairs.of(4, NEAR, 0.02), NONE);

    assertThat(sharing.answer()).isEqualTo(SharingAnswer.HYPERTHREADS);
    assertThat(sharing.groups()).isEqualTo(NEAR);
    assertThat(sharing.threshold()).isBetween(1.4, 1.6);
    assertThat(sharing.sentence())
        .isEqualTo(
            "The 4 logical CPUs are hyperthreads of 2 cores: 0+1 and 2+3, which the machine hides:"
                + " it declares no two of them to share a core"
                + " (confidence 99.9 %; all 6 pairs, 12 rounds).");
  }

  @Test
  void declaredSiblingsAreConfirmed() {
    CoreSharing sharing = infer(SimulatedPairs.of(16, farSiblings(8), 0.03), farSiblings(8));

    assertThat(sharing.answer()).isEqualTo(SharingAnswer.HYPERTHREADS);
    assertThat(sharing.groups()).isEqualTo(sharing.declared()).hasSize(8);
    assertThat(sharing.sentence())
        .startsWith("The 16 logical CPUs are hyperthreads of 8 cores: 0+8, 1+9, ")
        .contains("and 7+15, as the machine declares");
  }

  @Test
  void declaredSiblingsMayBeWholeCoresOrShareWithOthers() {
    CoreSharing whole = infer(SimulatedPairs.of(4, NONE, 0.02), NEAR);
    assertThat(whole.answer()).isEqualTo(SharingAnswer.CORES);
    assertThat(whole.sentence())
        .startsWith(
            "Each of the 4 logical CPUs is a whole core,"
                + " although the machine declares that 0+1 and 2+3 share a core each");
    CoreSharing sharing = infer(SimulatedPairs.of(4, farSiblings(2), 0.02), NEAR);

    assertThat(sharing.groups()).isEqualTo(farSiblings(2));
    assertThat(sharing.sentence())
        .contains("0+2 and 1+3, although the machine declares that 0+1 and 2+3 share");
  }

  @Test
  void allMayShareOneCpu() {
    List<List<Integer>> all = List.of(List.of(0, 1, 2, 3));
    CoreSharing sharing = infer(SimulatedPairs.of(4, all, 0.02).together(1), NONE);

    assertThat(sharing.answer()).isEqualTo(SharingAnswer.ONE_CPU);
    assertThat(sharing.groups()).isEqualTo(all);
    assertThat(sharing.sentence()).startsWith("All 4 logical CPUs together do the work of one");
  }

  @Test
  void fourThreadsOfACoreAreOneGroup() {
    List<List<Integer>> smt4 =
        IntStream.range(0, 3).mapToObj(i -> List.of(i, i + 3, i + 6, i + 9)).toList();
    CoreSharing sharing = infer(SimulatedPairs.of(12, smt4, 0.03), smt4);

    assertThat(sharing.answer()).isEqualTo(SharingAnswer.HYPERTHREADS);
    assertThat(sharing.groups()).isEqualTo(smt4);
    assertThat(sharing.sentence()).contains("hyperthreads of 3 cores: 0+3+6+9, ");

    List<List<Integer>> one = List.of(List.of(0, 1, 2, 3));
    assertThat(infer(SimulatedPairs.of(4, one, 0.03), one).answer())
        .isEqualTo(SharingAnswer.HYPERTHREADS);
  }

  @Test
  void someMayShareAndOthersNot() {
    List<List<Integer>> performanceCores = List.of(List.of(0, 1));
    CoreSharing sharing = infer(SimulatedPairs.of(5, performanceCores, 0.02), performanceCores);

    assertThat(sharing.answer()).isEqualTo(SharingAnswer.MIXED);
    assertThat(sharing.sentence())
        .startsWith(
            "Of the 5 logical CPUs 2 are hyperthreads of 1 core (0+1) and 3 are whole cores,"
                + " as the machine declares");
  }

  @Test
  void twoCpusAreOnePair() {
    assertThat(infer(SimulatedPairs.of(2, NONE, 0.05), NONE).answer())
        .isEqualTo(SharingAnswer.CORES);
    assertThat(infer(SimulatedPairs.of(2, List.of(List.of(0, 1)), 0.05), NONE).answer())
        .isEqualTo(SharingAnswer.HYPERTHREADS);
  }

  @Test
  void halfwayBetweenSharingAndNotCannotBeTold() {
    CoreSharing sharing =
        infer(SimulatedPairs.of(2, List.of(List.of(0, 1)), 0.02).together(1.45), NONE);

    assertThat(sharing.answer()).isEqualTo(SharingAnswer.UNKNOWN);
    assertThat(sharing.confidence()).isNull();
    assertThat(sharing.sentence())
        .startsWith(
            "Cannot tell which of the 2 logical CPUs share a core: the ratios lie between 1.4")
        .endsWith("; give it more time by --budget, on a quieter machine.");
  }

  @Test
  void ratiosOfEverySizeCannotBeTold() {
    List<PairObservation> smear = new ArrayList<>();
    List<CpuPair> pairs = CpuPair.all(IntStream.range(0, 8).boxed().toList());
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < pairs.size(); i++) {
        smear.add(new PairObservation(round, pairs.get(i), 1 + i / (pairs.size() - 1.0), 1.0, 1.0));
      }
    }
    CoreSharing sharing = infer(topology(8, NONE), smear);

    assertThat(sharing.answer()).isEqualTo(SharingAnswer.UNKNOWN);
    assertThat(sharing.sentence()).contains("between 1.00 and 2.00 without a clear gap");
  }

  @Test
  void pairsThatContradictEachOtherAreNamed() {
    List<PairObservation> observations = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      observations.add(new PairObservation(round, CpuPair.of(0, 1), 1.02, 1, 1));
      observations.add(new PairObservation(round, CpuPair.of(1, 2), 1.03, 1, 1));
      observations.add(new PairObservation(round, CpuPair.of(0, 2), 1.98, 1, 1));
    }
    CoreSharing sharing = infer(topology(3, NONE), observations);

    assertThat(sharing.answer()).isEqualTo(SharingAnswer.UNKNOWN);
    assertThat(sharing.contradictions())
        .containsExactly(
            "1+2 behave like two that share a core (1.03× [1.03, 1.03]),"
                + " and other pairs say that they do not");
    assertThat(sharing.sentence()).contains("the pairs contradict each other (1+2 behave");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5})
  void fewRoundsSayNothing(int rounds) {
    CoreSharing sharing = infer(SimulatedPairs.of(4, NEAR, 0.001), NONE, rounds);

    assertThat(sharing.answer()).isEqualTo(SharingAnswer.UNKNOWN);
    assertThat(sharing.sentence())
        .contains("%d rounds over all pairs are too few, 6 are needed".formatted(rounds));
  }

  /** Confidence is at most what six rounds can know, so that 1 − 2^−5. */
  @Test
  void confidenceIsBoundedByTheRounds() {
    assertThat(infer(SimulatedPairs.of(4, NEAR, 0.001), NONE, 6).confidence())
        .isEqualTo(1 - 1 / 32.0);
  }

  @Test
  void aSampleOfManyIsStatedAsOne() {
    List<List<Integer>> truth = farSiblings(64);
    SimulatedPairs machine = SimulatedPairs.of(128, truth, 0.05);
    List<CpuPair> sample =
        Stream.concat(
                truth.stream().map(core -> CpuPair.of(core.getFirst(), core.getLast())),
                IntStream.range(0, 127).mapToObj(i -> CpuPair.of(i, i + 1)))
            .toList();
    CoreSharing sharing = infer(topology(128, NONE), machine.measure(sample, 8, 1));

    assertThat(sharing.groups()).isEqualTo(truth);
    assertThat(sharing.sentence())
        .contains("7+71 and 56 more, which the machine hides")
        .endsWith("(confidence 99.2 %; a sample of 191 of 8128 pairs, 8 rounds).");
  }

  @Test
  void ratiosCarryTheirIntervalsAndTheDeclaration() {
    List<PairObservation> observations = SimulatedPairs.of(4, NEAR, 0.02).measure(ROUNDS, 1);
    List<PairRatio> ratios = SharedCores.ratios(topology(4, NEAR), observations);

    assertThat(ratios).extracting(PairRatio::cpuPair).isEqualTo(CpuPair.all(List.of(0, 1, 2, 3)));
    assertThat(ratios).filteredOn(PairRatio::declared).hasSize(2);
    assertThat(ratios)
        .allSatisfy(ratio -> {
          assertThat(ratio.rounds()).isEqualTo(ROUNDS);
          assertThat(ratio.median()).isBetween(ratio.low(), ratio.high());
          assertThat(ratio.median())
              .isBetween(ratio.declared() ? 1.0 : 1.9, ratio.declared() ? 1.12 : 2.0);
        });
    assertThat(SharedCores.ratios(topology(4, NEAR), observations.subList(0, 6)))
        .allSatisfy(ratio -> assertThat(ratio.low()).isNull());
  }
}
