package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.Pairing;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.wording.cohabitation.LeadCard;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Cohabit;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Length;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Selection;
import io.coreyield.benchmarks.campaign.run.SimulatedMeasuredMachine;
import io.coreyield.benchmarks.load.LoadSampler;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Unlike code on simulated machines, whose matrix is known. */
@Execution(ExecutionMode.CONCURRENT)
class CohabitCampaignTest {

  private static final long SEED = 4;

  @TempDir private Path directory;

  private static CampaignOptions options(
      List<Kernel> kernels, Cohabit cohabit, @Nullable Duration budget, @Nullable Integer rounds) {
    return new CampaignOptions(
        new Selection(kernels, List.of(), List.of(), List.of()),
        true,
        cohabit,
        CampaignOptions.DEFAULT_WINDOW_MS,
        Scaling.WEAK,
        null,
        new Length(rounds, null, budget, null),
        LoadSampler.DEFAULT_INTERVAL_MS);
  }

  private MeasuredFindings findings(String machine, CampaignOptions options) throws Exception {
    try (CampaignSession session =
        CampaignSession.silent(new SimulatedMeasuredMachine(SimulatedCampaigns.machine(machine)))) {
      return MeasuredFindings.of(
          session
              .start(options, OutputDirectory.at(directory.resolve("run")), SEED, List.of("test"))
              .run());
    }
  }

  private static Cohabitation matrix(MeasuredFindings findings) {
    return Objects.requireNonNull(findings.cohabitation());
  }

  /** Six kinds of code in three minutes: each figure within 5 points, and right. */
  @Test
  void theDefaultFindsTheMatrix() throws Exception {
    SimulatedMachine machine = SimulatedCampaigns.machine("4c8t-unlike");
    MeasuredFindings findings =
        findings(
            "4c8t-unlike", options(List.of(), Cohabit.ONLY, CampaignOptions.DEFAULT_BUDGET, null));
    Cohabitation found = matrix(findings);

    assertThat(found.pairings()).hasSize(21);
    for (Pairing pairing : found.pairings()) {
      double speed = machine.truth(pairing.kernel()).beside(pairing.beside());
      double other = machine.truth(pairing.beside()).beside(pairing.kernel());
      assertThat(pairing.core().weightedSpeedup().halfWidth())
          .as("%s beside %s", pairing.kernel(), pairing.beside())
          .isLessThan(0.05);
      assertThat(pairing.joint().low()).isLessThan(speed + other);
      assertThat(pairing.joint().high()).isGreaterThan(speed + other);
      assertThat(pairing.core().kernel().value()).isCloseTo(speed, within(0.02));
      assertThat(pairing.core().beside().value()).isCloseTo(other, within(0.02));
      assertThat(pairing.apart().weightedSpeedup().value()).isCloseTo(2, within(0.03));
    }
    assertThat(found.pairing(Kernel.ARRAY_STREAM, Kernel.ARRAY_CACHE).orElseThrow().category())
        .isEqualTo(Category.HARMFUL);
    assertThat(LeadCard.of(findings).sentence()).startsWith("Simulated: pair code that ");
  }

  @Test
  void aKernelBesideItselfIsThePairedYieldOfTheRun() throws Exception {
    MeasuredFindings findings =
        findings(
            "4c8t-unlike",
            options(List.of(Kernel.RANGE_ILP, Kernel.ARRAY_CACHE), Cohabit.ONLY, null, 2));

    for (Kernel kernel : List.of(Kernel.RANGE_ILP, Kernel.ARRAY_CACHE)) {
      SmtYield yield =
          findings.yields().stream()
              .filter(y -> y.kernel() == kernel && y.estimator() == Estimator.PAIRED)
              .findFirst()
              .orElseThrow();
      Pairing alike = matrix(findings).pairing(kernel, kernel).orElseThrow();
      assertThat(alike.core().weightedSpeedup()).isEqualTo(yield.yield().plus(1));
    }
  }

  /** Where siblings share a CPU by time, every pair does one thread's work: 1.00. */
  @Test
  void timeSharingIsWorthOneThread() throws Exception {
    Cohabitation found =
        matrix(
            findings(
                "4c8t-fake",
                options(List.of(Kernel.RANGE, Kernel.ARRAY_CHASE), Cohabit.ONLY, null, 4)));

    assertThat(found.pairings())
        .allSatisfy(p -> {
          assertThat(p.core().weightedSpeedup().value()).isCloseTo(1, within(0.02));
          assertThat(p.category()).isEqualTo(Category.NOTHING);
        });
  }

  /** The topology is measured first, so they count as cores. */
  @Test
  void wholeCoresAreWorthTwo() throws Exception {
    Cohabitation found =
        matrix(
            findings(
                "4c8t-whole",
                options(List.of(Kernel.RANGE, Kernel.ARRAY_CHASE), Cohabit.ONLY, null, 4)));

    assertThat(found.onSiblings()).isFalse();
    assertThat(found.pairings())
        .allSatisfy(
            p -> assertThat(p.apart().weightedSpeedup().value()).isCloseTo(2, within(0.03)));
  }

  @Test
  void withoutSiblingsOnlyTheControlIsKnown() throws Exception {
    MeasuredFindings findings =
        findings(
            "2c2t-plain",
            options(List.of(Kernel.RANGE, Kernel.ARRAY_CHASE), Cohabit.ONLY, null, 4));
    Cohabitation found = matrix(findings);

    assertThat(found.onSiblings()).isFalse();
    assertThat(found.effectiveCores()).isNull();
    Pairing pairing = found.pairing(Kernel.RANGE, Kernel.ARRAY_CHASE).orElseThrow();
    assertThat(pairing.core().weightedSpeedup().hasValue()).isFalse();
    assertThat(pairing.apart().weightedSpeedup().value()).isCloseTo(2, within(0.03));
    assertThat(LeadCard.of(findings).sentence()).contains("no core has siblings here");
  }

  @Test
  void besideACampaignItIsAsked() throws Exception {
    MeasuredFindings findings =
        findings(
            "4c8t-unlike", options(List.of(Kernel.RANGE, Kernel.RANGE_ILP), Cohabit.TOO, null, 1));

    assertThat(matrix(findings).pairings()).hasSize(3);
    assertThat(findings.curves()).isNotEmpty();
  }

  @Test
  void oneKernelHasNoOther() {
    assertThatThrownBy(() -> options(List.of(Kernel.RANGE), Cohabit.ONLY, null, 1))
        .hasMessage("one kernel has no other beside it: give --kernels two or more");
  }
}
