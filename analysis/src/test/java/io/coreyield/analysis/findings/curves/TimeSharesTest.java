package io.coreyield.analysis.findings.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.LedgerEntry;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimeSharesTest {

  private static final long MS = 1_000_000L;

  /** A second of two workers, 100 ms of it dispatch. */
  private static Iteration second(@Nullable CpuUse processes, @Nullable Long... cpuMs) {
    List<WorkerTime> workers =
        Arrays.stream(cpuMs)
            .map(ms -> new WorkerTime(900 * MS, ms == null ? null : ms * MS, 0, 0, 0))
            .toList();
    return new Iteration(
        0, Phase.MEASUREMENT, 0, 1000 * MS, 10, null, 100 * MS, workers, processes, Set.of());
  }

  private static LedgerEntry entry(int number, Iteration iteration, double steal) {
    Workload workload = new Workload.Summation(HandMadeRun.range(2));
    Trial trial = new Trial(number, 0, 0, workload, 0, 1000 * MS, null, List.of(iteration), null);
    double none = Double.NaN;
    return new LedgerEntry(trial, iteration, none, steal, none, none, none, none, none, Set.of());
  }

  private static TimeShares only(LedgerEntry... entries) {
    List<TimeShares> shares = TimeShares.of(new Ledger(List.of(entries)));
    assertThat(shares).hasSize(1);
    return shares.getFirst();
  }

  private static void assertShares(
      TimeShares shares, double work, double dispatch, double waiting, double steal) {
    assertThat(new double[] {shares.work(), shares.dispatch(), shares.waiting(), shares.steal()})
        .containsExactly(new double[] {work, dispatch, waiting, steal}, within(1e-12));
  }

  @Test
  void thePartsAddUpToAllTheTimeOfAllWorkers() {
    assertShares(only(entry(0, second(null, 900L, 600L), 0.05)), 0.75, 0.1, 0.1, 0.05);
    // No more was stolen than workers were off their CPUs.
    assertShares(only(entry(0, second(null, 900L, 800L), 0.3)), 0.85, 0.1, 0, 0.05);
    // More CPU time than there is is all there is.
    assertShares(only(entry(0, second(null, 950L, 950L), 0.1)), 0.9, 0.1, 0, 0);
  }

  @Test
  void whatTheWorkersDoNotTellTheirProcessesDo() {
    CpuUse use = new CpuUse(1100 * MS, 100 * MS);
    assertShares(only(entry(0, second(use, 900L, null), 0)), 0.6, 0.1, 0.3, 0);
  }

  @Test
  void unknownSharesAreNotANumber() {
    assertShares(only(entry(0, second(null, null, 900L), 0)), Double.NaN, 0.1, Double.NaN, 0);
    assertShares(only(entry(0, second(null, 900L, 600L), Double.NaN)), 0.75, 0.1, 0.15, Double.NaN);
  }

  @Test
  void forksCountAlikeHoweverManyIterationsTheyHave() {
    LedgerEntry busy = entry(0, second(null, 900L, 900L), 0);
    TimeShares shares = only(busy, busy, busy, entry(1, second(null, 0L, 0L), 0));
    assertThat(shares.forks()).isEqualTo(2);
    assertShares(shares, 0.45, 0.1, 0.45, 0);
  }

  @Test
  void nothingMeasuredIsNothing() {
    assertThat(TimeShares.of(new Ledger(List.of()))).isEmpty();
  }
}
