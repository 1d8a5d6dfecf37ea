package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.QuotaFinding;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.wording.AdviceWords;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole campaigns under a quota find what it allows, and what siblings are in spite of it. */
class SimulatedQuotaTest {

  @TempDir private Path directory;

  private static SimulatedMachine machine(String name, @Nullable Double quotaCpus)
      throws Exception {
    SimulatedMachine machine = SimulatedCampaigns.machine(name);
    return Copies.with(machine, "layout", Copies.with(machine.layout(), "quotaCpus", quotaCpus));
  }

  private MeasuredFindings run(SimulatedMachine machine) throws Exception {
    return MeasuredFindings.of(
        SimulatedCampaigns.run(machine, SimulatedCampaigns.quick(), 1, directory.resolve("run"))
            .run());
  }

  @Test
  void theAnswerBeginsWithWhatTheContainerMayUse() throws Exception {
    MeasuredFindings findings = run(SimulatedCampaigns.machine("4c4t-quota"));

    assertThat(AnswerWords.sentence(findings.answer()))
        .matches(
            "Simulated machine: this container may use 1\\.5 CPUs of time on 4 logical CPUs:"
                + " 2 workers do 1\\.(4[6-9]|5[0-4])× \\[.*] the work of one, 4 workers do no more;"
                + " each of the 4 logical CPUs is a whole core, as the system declares\\.");
    assertThat(findings.trust().isAnswer()).isTrue();
    assertThat(findings.advice().getFirst().workers()).isEqualTo(2);
    assertThat(AdviceWords.reason(findings.advice().getFirst()))
        .endsWith(", 4 workers do no more, and the quota stops them for 62 ms of every 100");
  }

  /** Workers that want more than the quota allows are not tainted by it. */
  @Test
  void stopsAreCountedAndTaintNothing() throws Exception {
    MeasuredFindings findings = run(SimulatedCampaigns.machine("4c4t-quota"));
    QuotaFinding quota = Objects.requireNonNull(findings.answer().quota());

    assertThat(quota.curves().getFirst().steps())
        .extracting(QuotaFinding.Step::workers)
        .containsExactly(1, 2, 4);
    assertThat(quota.curves().getFirst().steps().get(1).stoppedMs()).isCloseTo(25, within(0.1));
    assertThat(findings.quality().ledger().tainted()).isZero();
  }

  @Test
  void siblingsAreMeasuredInBursts() throws Exception {
    MeasuredFindings findings = run(machine("4c8t-quarter", 1.0));
    Plan plan = findings.run().info().plan();

    // A third of 100 ms would do, too.
    assertThat(plan.shape().blocks().windowMs()).isEqualTo(25);
    assertThat(findings.yields())
        .filteredOn(y -> y.kernel() == Kernel.RANGE && y.isPairMeasured())
        .extracting(SmtYield::yield)
        .isNotEmpty()
        .allMatch(y -> Math.abs(y.value() - 0.25) < 0.05);
    assertThat(AnswerWords.sentence(findings.answer()))
        .contains("; in bursts that the quota does not stop, for code bound by");
  }

  @Test
  void aSmallQuotaShortensTheBursts() throws Exception {
    Plan plan = run(machine("4c8t-quarter", 0.3)).run().info().plan();

    assertThat(plan.shape().blocks().windowMs()).isEqualTo(10);
    assertThat(plan.pairs()).isNotEmpty();
  }

  @Test
  void aTinyQuotaLeavesPairsOut() throws Exception {
    MeasuredFindings findings = run(machine("4c8t-quarter", 0.1));

    assertThat(findings.run().info().plan().pairs()).isEmpty();
    assertThat(findings.run().info().plan().leftOut())
        .extracting(Plan.LeftOut::reason)
        .contains("not measured: the CPU quota is too small for two workers at once");
    assertThat(AnswerWords.sentence(findings.answer()))
        .contains("this container may use 0.1 CPUs of time on 8 logical CPUs: one worker is enough")
        .contains("the CPU quota is too small");
  }

  /** As many CPUs as there are: nothing changes. */
  @Test
  void aWideQuotaIsNotMentioned() throws Exception {
    MeasuredFindings findings = run(machine("2c2t-plain", 2.0));

    assertThat(findings.answer().quota()).isNull();
    assertThat(List.of(AnswerWords.sentence(findings.answer())))
        .noneMatch(words -> words.contains("container"));
  }
}
