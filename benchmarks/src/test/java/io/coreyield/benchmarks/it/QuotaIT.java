package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.wording.AnswerWords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar in a control group with a real quota. */
class QuotaIT {

  /** Below what two workers get on a machine that others keep busy, too. */
  private static final long QUOTA_US = 40_000;

  private static final String CAMPAIGN =
      "run --kernels range --models platform --workers 1,2 --no-siblings --rounds 2 --iterations 3 --out DIR";

  private final Jar jar;
  private final int logicalCpus;

  QuotaIT(@TempDir Path home) throws IOException {
    logicalCpus = ThisMachine.read().logical();
    assumeTrue(logicalCpus > 1, "a quota for less than the machine, and two workers at once");
    jar = Jar.copiedTo(home);
  }

  @Test
  void theCurveIsMeasuredUnderIt() throws Exception {
    Ended ended;
    try (QuotaGroup group = QuotaGroup.make(QUOTA_US)) {
      Started started = jar.start(CAMPAIGN);
      group.add(started.process());
      ended = started.end();
    }
    // 1: others may keep the machine busy.
    assertThat(ended.exit()).as(ended.err()).isIn(0, 1);

    Run run = jar.read();
    assertThat(run.info().machine().quota())
        .isEqualTo(new CpuQuota((double) QUOTA_US / QuotaGroup.PERIOD_US, QuotaGroup.PERIOD_US));
    assertThat(run.info().warnings()).noneMatch(w -> w.code().contains("quota-changed"));
    List<Iteration> ofTwo =
        run.trials().stream()
            .filter(t -> t.configuration().anyMatch(c -> c.workers() == 2))
            .flatMap(t -> t.measurements().stream())
            .toList();
    assertThat(ofTwo)
        .isNotEmpty()
        .allSatisfy(QuotaIT::keepsTheQuota)
        .anyMatch(i -> Objects.requireNonNull(i.counters().throttledPeriods()) > 0);

    MeasuredFindings findings = MeasuredFindings.of(run);
    assertThat(findings.quality().ledger().tainted(Taint.THROTTLED)).isZero();
    assertThat(findings.quality().ledger().tainted(Taint.OFF_CPU)).isZero();
    assertThat(AnswerWords.sentence(findings.answer()))
        .containsIgnoringCase(
            "this container may use 0.4 CPUs of time on %d logical CPUs: ".formatted(logicalCpus));
  }

  /** At both edges an iteration may touch the budget of one more period. */
  private static void keepsTheQuota(Iteration iteration) {
    CpuUse used = Objects.requireNonNull(iteration.cpuUse());
    double periods = iteration.durationNs() / (QuotaGroup.PERIOD_US * 1e3);

    assertThat(used.totalNs() / (QUOTA_US * 1e3)).isLessThan(periods + 2);
  }

  @Test
  void anotherOneAtTheEndIsNoticed() throws Exception {
    try (QuotaGroup group = QuotaGroup.make(QUOTA_US)) {
      Started started = jar.start(CAMPAIGN);
      group.add(started.process());
      started.awaitTrials(2);
      group.allow(2 * QUOTA_US);
      assertThat(started.end().exit()).isEqualTo(1);
    }
    Run run = jar.read();

    assertThat(run.trials().stream().filter(Trial::succeeded)).isNotEmpty();
    assertThat(run.info().warnings()).anyMatch(w -> w.code().equals("unfit-quota-changed"));
    assertThat(AnswerWords.sentence(MeasuredFindings.of(run).answer()))
        .contains("0.4 CPUs of time (40 ms in every 100 ms) at the start of the run and 0.8 CPUs");
  }
}
