package io.coreyield.benchmarks.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.benchmarks.campaign.run.SimulatedMeasuredMachine;
import io.coreyield.benchmarks.campaign.session.SimulatedCampaigns;
import io.coreyield.benchmarks.machine.Bursts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rounds on a simulated machine of four logical CPUs: six pairs. */
class PairRoundsTest {

  private static final int WINDOW_MS = 20;

  private final SimulatedMeasuredMachine machine =
      new SimulatedMeasuredMachine(SimulatedCampaigns.machine("4t-hidden"));
  private final List<List<PairObservation>> taken = new ArrayList<>();

  PairRoundsTest() throws IOException {}

  /** The user ends it as soon as two rounds were taken. */
  private final class TwoRounds implements PairRounds.Limits {
    @Override
    public boolean isInterrupted() {
      return taken.size() == 2;
    }

    @Override
    public boolean admits(int round, double seconds) {
      return true;
    }
  }

  private PairRounds rounds() {
    Topology topology = machine.machine().topology();
    return new PairRounds(
        TopologyPlan.of(
            topology,
            List.of(0, 1, 2, 3),
            Duration.ofSeconds(60),
            WINDOW_MS,
            Bursts.under(null),
            1),
        topology,
        new TwoRounds());
  }

  @Test
  void eachRoundIsTakenWhenItHasEnded() throws IOException {
    PairRounds rounds = rounds();
    assertThat(rounds.found().pairs()).isEmpty();
    rounds.run(machine.windows(WINDOW_MS, 1), taken::add);

    assertThat(rounds.found().setup().rounds()).isEqualTo(2);
    assertThat(rounds.found().pairs()).hasSize(6);
    assertThat(taken).hasSize(2).allSatisfy(round -> assertThat(round).hasSize(6));
    assertThat(taken.getLast()).allMatch(pair -> pair.round() == 1);
  }

  @Test
  void aRoundThatCannotBeWrittenEndsTheMeasurement() {
    IOException full = new IOException("the disk is full");

    assertThatThrownBy(() ->
            rounds()
                .run(
                    machine.windows(WINDOW_MS, 1),
                    _ -> {
                      throw full;
                    }))
        .isSameAs(full);
  }
}
