package io.coreyield.benchmarks.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The command {@code validate} in short: as many campaigns as a test has time for, and bounds that
 * true statistics break once in a thousand. R: {@code qbinom(0.001, 200, 0.95)} = 179, {@code
 * qbinom(0.001, 100, 0.95)} = 87, {@code qbinom(0.001, 300, 0.95)} = 272, {@code qbinom(0.999, 200,
 * 1 - 0.95^2)} = 34, {@code qbinom(0.999, 200, 0.01)} = 8, {@code qbinom(0.001, 100, 0.9)} = 80.
 */
@Execution(ExecutionMode.CONCURRENT)
class ShortValidationTest {

  private static final int CAMPAIGNS = 200;
  private static final int MIN_HELD = 179;
  private static final int MAX_ALARMS = 34;
  private static final int MAX_UNANSWERED = 8;

  private static final int FEW_CAMPAIGNS = 100;
  private static final int MIN_HELD_OF_FEW = 87;
  private static final int MIN_HELD_OF_THREE = 272;

  private static final long SEED = 70_000;

  private static Campaigns<CampaignResult> quiet =
      new Campaigns<>(RobustnessStudy.QUIET, List.of());

  @BeforeAll
  static void runQuietCampaigns() {
    System.out.printf("seeds %d to %d%n", SEED, SEED + CAMPAIGNS - 1);
    quiet = Campaigns.run(RobustnessStudy.QUIET, CAMPAIGNS, SEED, CampaignResult::of);
  }

  @Test
  void intervalsHoldTheTruth() {
    assertThat(CoverageStudy.paired(quiet).hits()).isGreaterThanOrEqualTo(MIN_HELD);
  }

  /** Three pairs of each campaign; joint intervals hold together in 95 % of campaigns or more. */
  @Test
  void figuresOfUnlikeCodeHoldTheTruth() {
    Campaigns<CohabitStudy.Result> unlike =
        Campaigns.run(
            CohabitStudy.SCENARIOS.getFirst(), FEW_CAMPAIGNS, SEED, CohabitStudy.Result::of);

    Rate held = CohabitStudy.weightedSpeedup(unlike);
    assertThat(held.of()).isEqualTo(3 * FEW_CAMPAIGNS);
    assertThat(held.hits()).isGreaterThanOrEqualTo(MIN_HELD_OF_THREE);
    assertThat(CohabitStudy.allAtOnce(unlike).hits()).isGreaterThanOrEqualTo(MIN_HELD_OF_FEW);
  }

  @Test
  void heavyTailsDoNotBreakThem() {
    Scenario heavy = Scenario.quick("heavy-tailed", "4c8t-heavy");
    Rate held = CoverageStudy.paired(Campaigns.run(heavy, FEW_CAMPAIGNS, SEED, CampaignResult::of));

    assertThat(held.of()).isEqualTo(FEW_CAMPAIGNS);
    assertThat(held.hits()).isGreaterThanOrEqualTo(MIN_HELD_OF_FEW);
  }

  @Test
  void quietMachinesAreTrusted() {
    assertThat(AlarmStudy.alarms(quiet).hits()).isLessThanOrEqualTo(MAX_ALARMS);
    assertThat(AlarmStudy.unanswered(quiet).hits()).isLessThanOrEqualTo(MAX_UNANSWERED);
  }

  @Test
  void aDifferenceOfFivePercentTakesTheAnswerAway() {
    Scenario campaign = AlarmStudy.DIFFERENT.getLast();

    assertThat(
            AlarmStudy.unanswered(Campaigns.run(campaign, 40, SEED, AlarmStudy::different)).share())
        .isGreaterThan(0.9);
  }

  @Test
  void machinesThatDriftAreNot() {
    Scenario drift = Scenario.wholeBudget("5 % drift in 3 minutes", "4c8t-drift");

    assertThat(AlarmStudy.alarms(Campaigns.run(drift, 40, SEED, CampaignResult::of)).share())
        .isGreaterThan(0.9);
  }

  /** The ledger takes a neighbour's share out of the yield; without it the yield is wrong. */
  @Test
  void aNeighbourDoesNotMoveTheYield() {
    RobustnessStudy.Pairs pairs =
        new RobustnessStudy.Pairs(
            quiet.found().subList(0, FEW_CAMPAIGNS),
            Campaigns.run(RobustnessStudy.DISTURBED, FEW_CAMPAIGNS, SEED, CampaignResult::of)
                .found());

    assertThat(pairs.holds(f -> f.paired().headline()).hits())
        .isGreaterThanOrEqualTo(MIN_HELD_OF_FEW);
    assertThat(pairs.biasPoints(f -> f.paired().headline())).isBetween(-0.5, 0.5);
    assertThat(pairs.biasPoints(f -> f.paired().all())).isGreaterThan(2);
  }

  /** Twenty iterations of four forks are not eighty observations. */
  @Test
  void pooledIterationsAreTooSureAndForksAreNot() {
    Scenario alike = Scenario.iterations("4 forks of 20 iterations", "4c8t-alike", 4, 20);
    Campaigns<Throughputs> campaigns = Campaigns.run(alike, FEW_CAMPAIGNS, SEED, Throughputs::of);

    assertThat(JmhStudy.holds(campaigns, Throughputs::ours).hits())
        .isGreaterThanOrEqualTo(MIN_HELD_OF_FEW);
    assertThat(JmhStudy.holds(campaigns, Throughputs::jmh95).share()).isLessThan(0.7);
  }
}
