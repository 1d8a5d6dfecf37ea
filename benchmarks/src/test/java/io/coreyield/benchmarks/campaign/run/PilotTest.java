package io.coreyield.benchmarks.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.ForkFigures;
import io.coreyield.benchmarks.campaign.plan.Machines;
import io.coreyield.benchmarks.campaign.plan.Planner;
import io.coreyield.benchmarks.campaign.plan.SmallestEffects;
import io.coreyield.benchmarks.campaign.session.DryRun;
import io.coreyield.benchmarks.campaign.session.SimulatedCampaigns;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smallest effects that a campaign can detect, by a pilot. */
class PilotTest {

  private static Plan quick(Topology topology, boolean canPin) {
    return plan(SimulatedCampaigns.quick(), topology, 170, canPin);
  }

  private static Plan plan(
      CampaignOptions options, Topology topology, int seconds, boolean canPin) {
    return Planner.plan(
        options, Machines.machine(topology), Duration.ofSeconds(seconds), Machines.limits(canPin));
  }

  private static List<String> labels(Plan plan) {
    return Pilot.workloads(plan).stream().map(Workload::label).toList();
  }

  @Test
  void itRunsTheFirstCoreAndTheControlInTurn() {
    assertThat(labels(quick(Topologies.of(4, 2), true)))
        .containsExactly(
            "range platform pair 0+4",
            "range platform ×1",
            "range platform pair 0+4",
            "range platform ×1",
            "range platform pair 0+4",
            "range platform ×1");
  }

  /** The campaign will see only a sample of them, so how they differ is part of what it sees. */
  @Test
  void ofManyCoresItRunsSeveral() {
    assertThat(labels(quick(Topologies.of(64, 2), true)))
        .contains(
            "range platform pair 0+64", "range platform pair 1+65", "range platform pair 2+66");
  }

  @Test
  void whereNothingCanBePinnedOnlyTheControlRuns() {
    assertThat(labels(quick(Topologies.of(4, 2), false)))
        .hasSize(3)
        .containsOnly("range platform ×1");
  }

  @Test
  void oneLogicalCpuHasNothingToCompare() {
    CampaignOptions options =
        SimulatedCampaigns.options(
            List.of(Kernel.RANGE), List.of(ConcurrencyModel.PLATFORM), List.of(), 4, null);
    Plan plan = plan(options, Topologies.of(1, 1), 86_400, true);

    assertThat(plan.pairs()).isNotEmpty();
    assertThat(Pilot.workloads(plan)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30, 6", "180, 20", "3600, 20"})
  void itTakesAFifthOfTheBudgetOrTwentySeconds(int budgetSeconds, int longestSeconds) {
    CampaignOptions options =
        SimulatedCampaigns.options(
            List.of(), List.of(), List.of(), null, Duration.ofSeconds(budgetSeconds));
    Plan plan = plan(options, Topologies.of(4, 2), budgetSeconds - 6, true);

    assertThat(Pilot.longest(plan)).isEqualTo(Duration.ofSeconds(longestSeconds));
  }

  private static List<String> dryRun(String machine, CampaignOptions options, long seed)
      throws Exception {
    SimulatedMachine simulated = SimulatedCampaigns.machine(machine);
    try (DryRun planned = new DryRun(new SimulatedMeasuredMachine(simulated), options)) {
      return planned.pilot(seed, false, _ -> {});
    }
  }

  /** Forks and windows vary by 1 %, so that 27 forks know a yield within about a point. */
  @Test
  void itSaysWhatTheCampaignCanSee() throws Exception {
    List<String> lines = dryRun("4c8t-quarter", SimulatedCampaigns.quick(), 5);

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst())
        .startsWith("Pilot: 3 forks of pairs and 3 of the A/A control took ")
        .endsWith(" s; nothing of them is kept");
    assertThat(lines.get(1))
        .isEqualTo(
            "Smallest effect that about 4 rounds detect in 80 % of campaigns, by the variance of these forks:");
    assertThat(lines.get(2)).matches(" {2}yield of range platform: \\d(\\.\\d+)? points");
    assertThat(lines.get(3)).matches(" {2}speed-up: \\d(\\.\\d+)? %");
  }

  @Test
  void withoutSiblingsItIsTheCeiling() throws Exception {
    assertThat(dryRun("2c2t-plain", SimulatedCampaigns.quick(), 5).get(2))
        .startsWith("  ceiling (no sibling, so no yield) of range platform: ");
  }

  /**
   * Four forks of two iterations: means 0, 2, 4, 6 and within each ± 1. S² of iterations is 2, of
   * forks 20/3, so T² of forks is 17/3, and a fork of two iterations has variance 20/3 again. R:
   * {@code 100 * expm1(sqrt(2 * 20/3 * 1e-6 / 9) * (qt(.975, 8) + qt(.8, 8)))} = 0.3896, and {@code
   * 100 * exp(3e-3) * expm1(sqrt(20/3 * 1e-6 / 12) * (qt(.975, 8) + qt(.8, 8)))} = 0.2391.
   */
  @Test
  void theSmallestEffectIsThatOfTheFormula() {
    List<ForkFigures> forks =
        IntStream.of(0, 2, 4, 6)
            .mapToObj(mean ->
                new ForkFigures("g", "", List.of((mean - 1) * 1e-3, (mean + 1) * 1e-3), 1, 0.2))
            .toList();
    Plan plan = quick(Topologies.of(4, 2), true).withMeasurements(2, 2);

    assertThat(SmallestEffects.speedUpPercent(forks, plan, 9).orElseThrow())
        .isCloseTo(0.3896, within(1e-4));
    assertThat(SmallestEffects.ratioPoints(forks, plan, 4, 4, plan.pairsPerRound()).orElseThrow())
        .isCloseTo(0.2391, within(1e-4));
  }

  @Test
  void oneRoundSeesNothing() {
    Plan plan = quick(Topologies.of(4, 2), true);
    ForkFigures fork = new ForkFigures("g", "", List.of(0.1, 0.2), 1, 0.2);

    assertThat(SmallestEffects.speedUpPercent(List.of(fork, fork), plan, 1)).isEmpty();
    assertThat(SmallestEffects.ratioPoints(List.of(fork, fork), plan, 1, 1, 1)).isEmpty();
    assertThat(SmallestEffects.speedUpPercent(List.of(fork), plan, 9)).isEmpty();
  }

  @Test
  void theListingHasOneLinePerKernelAndModel() throws Exception {
    SimulatedMachine simulated = SimulatedCampaigns.machine("64c128t-numa");
    try (DryRun planned =
        new DryRun(new SimulatedMeasuredMachine(simulated), SimulatedCampaigns.quick())) {
      List<String> lines = planned.plan();

      assertThat(lines).noneMatch(line -> line.contains(" pair "));
      assertThat(lines.stream().filter(l -> l.contains("range platform siblings of 64 cores")))
          .hasSize(1);
      assertThat(lines.getLast()).contains(", range platform ×1 twice as the A/A control, and ");
    }
  }
}
