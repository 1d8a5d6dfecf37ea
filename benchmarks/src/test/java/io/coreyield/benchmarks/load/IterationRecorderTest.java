package io.coreyield.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sums of an iteration, by hand. */
class IterationRecorderTest {
  private static final long UNKNOWN = -1;

  private static IterationRecorder anywhere(int workers) {
    return new IterationRecorder(workers, List.of(), true);
  }

  private static IterationReport report(IterationRecorder recorder) {
    return recorder.report(Phase.MEASUREMENT, Optional.empty());
  }

  @Test
  void addsUpOperationsAndWorkers() {
    IterationRecorder recorder = anywhere(2);
    recorder.operation(1_000, 2_000);
    recorder.worker(0, 900, 900, 0, 0);
    recorder.worker(1, 800, 799, 1, 1);
    recorder.dispatch(100);
    recorder.operation(2_100, 3_000);
    recorder.worker(0, 700, 700, 0, 0);
    recorder.worker(1, 850, 850, 1, 1);
    recorder.dispatch(50);

    assertThat(recorder.report(Phase.WARMUP, Optional.of(new CpuUse(5, 6))))
        .isEqualTo(
            new IterationReport(
                Phase.WARMUP,
                1_000,
                3_000,
                2,
                150,
                List.of(
                    new WorkerTime(1_600, 1_600L, 0, 0, 0), new WorkerTime(1_650, 1_649L, 1, 1, 0)),
                new CpuUse(5, 6),
                Set.of(),
                List.of(),
                List.of(1_000L, 900L),
                Map.of()));
  }

  /** An iteration says how long each of its operations took, or nothing of any. */
  @ParameterizedTest
  @CsvSource({"1, true", "10000, true", "10001, false", "20000, false"})
  void beyondTenThousandOperationsNoSingleOneIsKept(int operations, boolean areKept) {
    IterationRecorder recorder = anywhere(0);
    List<Long> expected = new ArrayList<>();
    for (int operation = 0; operation < operations; operation++) {
      recorder.operation(operation * 100L, operation * 100L + operation);
      expected.add((long) operation);
    }

    assertThat(report(recorder).operations()).isEqualTo(operations);
    assertThat(report(recorder).operationNs()).isEqualTo(areKept ? expected : List.of());

    recorder.reset();
    recorder.operation(7, 10);
    assertThat(report(recorder).operationNs()).containsExactly(3L);
  }

  @Test
  void aBlockIsToldByItsWindows() {
    IterationRecorder recorder = anywhere(0);
    recorder.operation(0, 1_000);
    recorder.windows(
        List.of(
            new ArmWindow(
                PairArm.FIRST, 100, 900, List.of(new WindowWorker(0, 5, 800, 800L, 0, 0, 3.0)))));

    assertThat(report(recorder).operations()).isEqualTo(1);
    assertThat(report(recorder).operationNs()).isEmpty();
    assertThat(report(recorder).windows()).hasSize(1);
  }

  /** An operation counts once, however the worker moved in it or before it. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0", "0, 1, 1, 1, 1", "0, 0, 1, 1, 1",
    "0, 1, 0, 1, 2", "0, 1, 2, 2, 2", "0, 1, 1, 0, 2"
  })
  void countsMigrations(int firstStart, int firstEnd, int nextStart, int nextEnd, long migrations) {
    IterationRecorder recorder = anywhere(1);
    recorder.operation(0, 10);
    recorder.worker(0, 10, 10, firstStart, firstEnd);
    recorder.operation(10, 20);
    recorder.worker(0, 10, 10, nextStart, nextEnd);

    assertThat(report(recorder).workers())
        .containsExactly(new WorkerTime(20, 20L, firstStart, nextEnd, migrations));
  }

  @Test
  void whatThePlatformDoesNotTellIsNull() {
    IterationRecorder recorder = anywhere(1);
    recorder.operation(0, 10);
    recorder.worker(0, 10, UNKNOWN, -1, -1);
    recorder.operation(10, 20);
    recorder.worker(0, 10, 10, -1, -1);

    assertThat(report(recorder).workers()).containsExactly(new WorkerTime(20, null, null, null, 0));
    assertThat(report(recorder).cpuUse()).isNull();
    assertThat(report(recorder).taints()).isEmpty();
  }

  /** Waiting taints only where workers are expected to stay on their CPUs. */
  @ParameterizedTest
  @CsvSource({
    "1000, true, false",
    "990, true, false",
    "989, true, true",
    "0, true, true",
    "0, false, false"
  })
  void aWorkerOffItsCpuForMoreThanAHundredthTaints(
      long cpuNs, boolean onCpuExpected, boolean isTainted) {
    IterationRecorder recorder = new IterationRecorder(2, List.of(), onCpuExpected);
    recorder.operation(0, 1_000);
    recorder.worker(0, 1_000, 1_000, 0, 0);
    recorder.worker(1, 1_000, cpuNs, 1, 1);

    assertThat(report(recorder).taints().contains(Taint.OFF_CPU)).isEqualTo(isTainted);
  }

  @Test
  void aWorkerSeenElsewhereTaintsEvenIfItCameBack() {
    IterationRecorder recorder = new IterationRecorder(2, List.of(Set.of(0), Set.of(1, 2)), true);
    recorder.operation(0, 10);
    recorder.worker(0, 10, 10, 0, 0);
    recorder.worker(1, 10, 10, 1, 2);
    assertThat(report(recorder).taints()).isEmpty();

    recorder.operation(10, 20);
    recorder.worker(0, 10, 10, 3, 0);
    assertThat(report(recorder).taints()).containsExactly(Taint.MISPLACED);

    recorder.reset();
    recorder.operation(20, 30);
    recorder.worker(0, 10, 10, 0, 0);
    assertThat(report(recorder).taints()).isEmpty();
  }

  @Test
  void metricsAreMeansAndDispatchIsNeverNegative() {
    IterationRecorder recorder = anywhere(1);
    recorder.metric("a", 1);
    recorder.metric("a", 4);
    recorder.metric("b", 7);
    recorder.dispatch(-5);
    recorder.dispatch(3);

    assertThat(report(recorder).metrics()).containsOnly(Map.entry("a", 2.5), Map.entry("b", 7.0));
    assertThat(report(recorder).dispatchNs()).isEqualTo(3);
  }

  @Test
  void resetForgetsEverything() {
    IterationRecorder recorder = anywhere(1);
    recorder.operation(5, 10);
    recorder.worker(0, 5, 5, 1, 2);
    recorder.dispatch(9);
    recorder.metric("a", 1);
    recorder.reset();

    IterationReport report = report(recorder);
    assertThat(report.operations()).isZero();
    assertThat(report.dispatchNs()).isZero();
    assertThat(report.metrics()).isEmpty();
    assertThat(report.workers()).containsExactly(new WorkerTime(0, 0L, null, null, 0));

    recorder.operation(50, 60);
    assertThat(report(recorder).startNs()).isEqualTo(50);
  }
}
