package io.coreyield.analysis.findings.topology;

import static io.coreyield.analysis.findings.topology.SimulatedPairs.farSiblings;
import static io.coreyield.analysis.findings.topology.SimulatedPairs.topology;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.wording.SharingWords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often groups are right on noisy machines; every seed is fixed, and named where it fails. */
class SharedCoresNoiseTest {

  private static final List<List<Integer>> NONE = List.of();
  private static final List<List<Integer>> NEAR = List.of(List.of(0, 1), List.of(2, 3));

  private static Sharing infer(SimulatedPairs machine, int rounds, long seed) {
    return SharedCores.of(
        topology(machine.cpus(), NONE), machine.ids(), machine.measure(rounds, seed), seed);
  }

  @ParameterizedTest
  @CsvSource({"0.01,0,12", "0.05,0,12", "0.10,0,24", "0.15,0,24", "0.02,0.1,24", "0.05,0.25,60"})
  void noiseAndStealAreBorne(double noise, double stolen, int rounds) {
    int right = 0;
    for (long seed = 1; seed <= 40; seed++) {
      boolean hidden = seed % 2 == 0;
      List<List<Integer>> truth = hidden ? farSiblings(4) : NONE;
      Sharing sharing = infer(SimulatedPairs.of(8, truth, noise).stolen(stolen), rounds, seed);
      if (sharing.isKnown(0)) {
        assertThat(sharing.groups())
            .as("seed %d: %s", seed, SharingWords.of(sharing).sentence())
            .isEqualTo(truth);
        right++;
      }
    }
    assertThat(right).as("answers of 40 machines").isGreaterThanOrEqualTo(38);
  }

  /** Worse than that: it may not know, but it is hardly ever wrong. */
  @ParameterizedTest
  @CsvSource({"0.40,0,12", "0.30,0.5,12", "0.50,0.2,24", "0.15,0.6,6"})
  void whereItCannotKnowItDoesNotGuess(double noise, double stolen, int rounds) {
    List<String> wrong = new ArrayList<>();
    int unknown = 0;
    for (long seed = 1; seed <= 60; seed++) {
      List<List<Integer>> truth = seed % 2 == 0 ? NEAR : NONE;
      Sharing sharing = infer(SimulatedPairs.of(4, truth, noise).stolen(stolen), rounds, seed);
      if (!sharing.isKnown(0)) {
        unknown++;
      } else if (!sharing.groups().equals(truth)) {
        wrong.add("seed %d: %s".formatted(seed, SharingWords.of(sharing).sentence()));
      }
    }
    assertThat(wrong).as("of 60, %d unknown", unknown).hasSizeLessThanOrEqualTo(3);
  }

  /**
   * Whoever looks after every fourth round sees more chances to be wrong than whoever looks once.
   */
  @Test
  void stoppingWhenItIsClearIsStillRight() {
    List<String> wrong = new ArrayList<>();
    for (long seed = 1; seed <= 30; seed++) {
      List<List<Integer>> truth = seed % 2 == 0 ? NEAR : NONE;
      SimulatedPairs machine = SimulatedPairs.of(4, truth, 0.35).stolen(0.2);
      List<PairObservation> all = machine.measure(60, seed);
      for (int rounds = 12; rounds <= 60; rounds += 4) {
        int first = rounds;
        Sharing sharing =
            SharedCores.of(
                topology(4, NONE),
                machine.ids(),
                all.stream().filter(o -> o.round() < first).toList(),
                seed);
        if (sharing.isKnown(0.99)) {
          if (!sharing.groups().equals(truth)) {
            wrong.add(
                "seed %d, round %d: %s"
                    .formatted(seed, rounds, SharingWords.of(sharing).sentence()));
          }
          break;
        }
      }
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
  }
}
