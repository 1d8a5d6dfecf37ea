package io.coreyield.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts of a window, by hand and with real workers. */
class WindowsTest {
  private static final int ARRAY = 5_003;

  /** The elements of a chunk of the range kernel. */
  private static final long CHUNK = Kernel.RANGE.defaultElements() / 64;

  private static WindowTask task(int worker) {
    return task(worker, worker);
  }

  private static WindowTask task(int worker, int cpu) {
    return new WindowTask(
        worker, cpu, Kernel.RANGE, 0, 0, 10_000_000, WindowTask.ClockReading.NONE);
  }

  private static WindowResult stamps(long... ms) {
    return stampsAndClock(ChainClock.UNKNOWN, ms);
  }

  private static WindowResult stampsAndClock(double clockGHz, long... ms) {
    long[] stamps = new long[ms.length];
    for (int i = 0; i < ms.length; i++) {
      stamps[i] = ms[i] * 1_000_000;
    }
    long sum = (ms.length - 1) * Kernel.sumOfRange(0, CHUNK);
    return new WindowResult(0, sum, stamps, 9_000_000, 3, 4, clockGHz);
  }

  @Test
  void onlyTheOverlapCounts() {
    Windows.Measured measured =
        Windows.overlap(
                List.of(task(0), task(1)), List.of(stamps(0, 4, 8, 12), stamps(2, 3, 5, 10)), 10)
            .orElseThrow();

    assertThat(measured.startNs()).isEqualTo(2_000_000);
    assertThat(measured.endNs()).isEqualTo(10_000_000);
    // Of the first: half of 0–4, all of 4–8, half of 8–12. Of the second: all three.
    assertThat(measured.workers().get(0).elements()).isCloseTo(2.0 * CHUNK, within(1e-6));
    assertThat(measured.workers().get(1).elements()).isCloseTo(3.0 * CHUNK, within(1e-6));
    assertThat(measured.elementsPerSecond()).isCloseTo(5.0 * CHUNK / 0.008, within(1e-3));
    assertThat(measured.workers().get(0))
        .isEqualTo(new WindowWorker(0, 2.0 * CHUNK, 12_000_000, 9_000_000L, 3, 4, null));
  }

  @Test
  void lessThanHalfAWindowTogetherIsNone() {
    List<WindowTask> tasks = List.of(task(0), task(1));

    assertThat(Windows.overlap(tasks, List.of(stamps(0, 10), stamps(6, 12)), 10)).isEmpty();
    assertThat(Windows.overlap(tasks, List.of(stamps(0, 10), stamps(5, 12)), 10)).isPresent();
    assertThat(Windows.overlap(tasks, List.of(stamps(0, 4), stamps(20, 30)), 10)).isEmpty();
  }

  /** As by SIGSTOP: the window is run again. */
  @Test
  void aWindowInWhichAllWereStoppedIsNone() {
    List<WindowTask> tasks = List.of(task(0), task(1));

    assertThat(Windows.overlap(tasks, List.of(stamps(0, 500), stamps(0, 900)), 10)).isPresent();
    assertThat(Windows.overlap(tasks, List.of(stamps(0, 40_000), stamps(0, 40_000)), 10)).isEmpty();
  }

  /** Each has half of the time, one after the other, and together they do what one would. */
  @Test
  void workersThatShareALogicalCpuCountFromTheFirstToTheLast() {
    WindowTask onTheSame = task(1, 0);
    Windows.Measured measured =
        Windows.overlap(
                List.of(task(0), onTheSame), List.of(stamps(0, 1, 2, 10), stamps(9, 11, 12)), 10)
            .orElseThrow();

    assertThat(measured.startNs()).isZero();
    assertThat(measured.endNs()).isEqualTo(12_000_000);
    assertThat(measured.elementsPerSecond()).isCloseTo(5.0 * CHUNK / 0.012, within(1e-3));
  }

  @Test
  void aWrongSumIsRefused() {
    WindowResult wrong =
        new WindowResult(0, 1, new long[] {0, 10_000_000}, 1, 0, 0, ChainClock.UNKNOWN);

    assertThatThrownBy(() -> Windows.overlap(List.of(task(0)), List.of(wrong), 10))
        .isInstanceOf(WorkerFailedException.class)
        .hasMessageContaining("closed form");
  }

  @Test
  void theClockOfAWorkerIsThatOfItsWindow() {
    Windows.Measured measured =
        Windows.overlap(
                List.of(task(0), task(1)), List.of(stampsAndClock(3.25, 0, 10), stamps(0, 10)), 10)
            .orElseThrow();

    assertThat(measured.workers()).extracting(WindowWorker::clockGHz).containsExactly(3.25, null);
  }

  /** A compiler that does away with the additions makes them free. */
  @ParameterizedTest
  @ValueSource(doubles = {7.1, 500, Double.POSITIVE_INFINITY})
  void aClockThatNoProcessorHasIsRefused(double clockGHz) {
    assertThatThrownBy(
            () -> Windows.overlap(List.of(task(0)), List.of(stampsAndClock(clockGHz, 0, 10)), 10))
        .isInstanceOf(WorkerFailedException.class)
        .hasMessageContaining("the clock of a core")
        .hasMessageContaining("the compiler removed work");
  }

  static Stream<Arguments> everyModelAndKernel() {
    return Stream.of(ConcurrencyModel.values())
        .flatMap(model -> Stream.of(Kernel.values()).map(kernel -> Arguments.of(model, kernel)));
  }

  @AfterEach
  void freeTheCarriers() {
    Carriers.allowAll();
  }

  private static List<Integer> allowed() {
    Optional<BitSet> mask = ThreadAffinity.allowed();
    assumeThat(mask).as("threads can be pinned").isPresent();
    return mask.orElseThrow().stream().boxed().toList();
  }

  /** What a window has read is in a cache: the next one must not begin there. */
  @ParameterizedTest
  @EnumSource
  void aWindowGoesOnInTheArrayWhereTheLastOneEnded(ConcurrencyModel model) {
    List<Integer> cpus = allowed();
    try (WorkerGroup group = WorkerGroup.open(model, 1, List.of())) {
      long at = 0;
      for (int window = 0; window < 5; window++) {
        long startNs = System.nanoTime() + 1_000_000;
        WindowTask task =
            new WindowTask(
                0,
                cpus.getFirst(),
                Kernel.ARRAY_CHASE,
                ARRAY,
                startNs,
                startNs + 2_000_000,
                WindowTask.ClockReading.NONE);
        WindowResult result = group.runWindow(List.of(task)).getFirst();

        assertThat(result.from()).isEqualTo(at);
        assertThat(result.sum()).isEqualTo(result.expectedSum(task));
        at = (at + (result.stampsNs().length - 1) * task.chunkElements()) % ARRAY;
      }
    }
  }

  /** Under a global lock, too: whoever asks for it gets its windows. */
  @ParameterizedTest
  @MethodSource("everyModelAndKernel")
  void everyWorkerRunsWhereItIsPlaced(ConcurrencyModel model, Kernel kernel) {
    List<Integer> cpus = allowed();
    // A processor learns the branches of a short array, and then its figure is rejected.
    int array = kernel == Kernel.ARRAY_BRANCH ? 1 << 18 : kernel.readsArray() ? ARRAY : 0;
    try (WorkerGroup group = WorkerGroup.open(model, 2, List.of())) {
      for (int round = 0; round < 2; round++) {
        for (int cpu : List.of(cpus.getLast(), cpus.getFirst())) {
          Windows.Measured alone =
              Windows.run(group, List.of(new Windows.Place(round, cpu, kernel, array, false)), 3);

          assertThat(alone.workers()).hasSize(1).noneMatch(WindowWorker::isMisplaced);
          assertThat(alone.workers().getFirst().lastCpu()).isEqualTo(cpu);
          assertThat(alone.elementsPerSecond()).isPositive();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoWorkersAreUnderWayTogether(ConcurrencyModel model) {
    List<Integer> cpus = allowed();
    assumeThat(cpus).as("two logical CPUs").hasSizeGreaterThan(1);
    List<Windows.Place> two =
        List.of(
            new Windows.Place(0, cpus.get(0), Kernel.RANGE, 0, false),
            new Windows.Place(1, cpus.get(1), Kernel.RANGE, 0, false));
    try (WorkerGroup group = WorkerGroup.open(model, 2, List.of())) {
      Windows.Measured together = Windows.run(group, two, 40);

      assertThat(together.workers()).hasSize(2).noneMatch(WindowWorker::isMisplaced);
      assertThat(together.endNs() - together.startNs()).isGreaterThanOrEqualTo(20_000_000);
    }
  }

  @Test
  void aLogicalCpuThatIsNotThereIsRefused() {
    allowed();
    try (WorkerGroup group = WorkerGroup.open(ConcurrencyModel.PLATFORM, 1, List.of())) {
      List<Windows.Place> nowhere = List.of(new Windows.Place(0, 8_000, Kernel.RANGE, 0, false));
      assertThatThrownBy(() -> Windows.run(group, nowhere, 3))
          .isInstanceOf(WorkerFailedException.class)
          .hasMessageContaining("cannot be used by this process");
    }
  }
}
