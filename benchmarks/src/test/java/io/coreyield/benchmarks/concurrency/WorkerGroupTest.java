package io.coreyield.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.libc.ThreadClock;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every concurrency model must do, with real threads and real JVMs. */
@Timeout(30)
class WorkerGroupTest {

  private static final int NO_SUCH_CPU = 8191;
  private static final List<Kernel> KERNELS = List.of(Kernel.values());

  @AfterEach
  void freeTheCarriers() {
    Carriers.allowAll();
  }

  static Stream<Arguments> groups() {
    return Stream.of(ConcurrencyModel.values())
        .flatMap(model -> IntStream.of(1, 2, 3).mapToObj(n -> Arguments.of(model, n)));
  }

  private static List<Slice> differentSlices(int workers) {
    return IntStream.range(0, workers)
        .mapToObj(worker -> {
          Kernel kernel = KERNELS.get(worker % KERNELS.size());
          long to = 500_000L * (worker + 1) + 13;
          return new Slice(kernel, 1_001L * worker, to, kernel.readsArray() ? 4_099 : 0);
        })
        .toList();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void eachWorkerAnswersForItsSliceWithinTheOperation(ConcurrencyModel model, int workers) {
    List<Slice> slices = differentSlices(workers);
    try (WorkerGroup group = WorkerGroup.open(model, workers, List.of())) {
      for (int operation = 0; operation < 20; operation++) {
        long before = System.nanoTime();
        List<WorkerResult> results = group.run(slices);
        long after = System.nanoTime();

        assertThat(results)
            .extracting(WorkerResult::sum)
            .containsExactlyElementsOf(slices.stream().map(Slice::expectedSum).toList());
        assertThat(results)
            .allSatisfy(result -> {
              assertThat(result.startNs()).isBetween(before, after);
              assertThat(result.endNs()).isBetween(result.startNs(), after);
              assertThat(result.spanNs()).isEqualTo(result.endNs() - result.startNs());
              if (result.cpuNs() != ThreadClock.UNKNOWN) {
                assertThat(result.cpuNs()).isBetween(0L, result.spanNs());
              }
            });
      }
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void closingEndsEveryThreadAndProcess(ConcurrencyModel model, int workers) throws Exception {
    Children children = new Children();
    try (WorkerGroup group = WorkerGroup.open(model, workers, List.of())) {
      assertThat(group.run(Slice.empty(workers))).hasSize(workers);
      assertThat(children.started()).hasSize(model == ConcurrencyModel.PROCESS ? workers : 0);
      assertThat(workerThreads())
          .hasSize(model == ConcurrencyModel.PLATFORM || !model.isParallel() ? workers : 0);
    }
    assertThat(children.started()).isEmpty();
    Waiting.until("worker threads have ended", () -> workerThreads().isEmpty());
    Waiting.until("fork-join threads have ended", () -> forkJoinThreads().isEmpty());
  }

  private static List<Thread> workerThreads() {
    return threads().filter(thread -> thread.getName().startsWith("worker-")).toList();
  }

  private static List<Thread> forkJoinThreads() {
    return threads()
        .filter(thread -> thread.getClass().getName().startsWith(ForkJoinGroup.class.getName()))
        .toList();
  }

  private static Stream<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive);
  }

  @ParameterizedTest
  @EnumSource
  void pinnedWorkersStayWhereTheyWerePut(ConcurrencyModel model) {
    assumeTrue(ThreadAffinity.isSupported(), "this platform cannot pin threads");
    BitSet allowed = ThreadAffinity.allowed().orElseThrow();
    List<Integer> cpus = allowed.stream().boxed().limit(3).toList().reversed();
    try (WorkerGroup group = WorkerGroup.open(model, cpus.size(), cpus)) {
      for (int operation = 0; operation < 20; operation++) {
        List<WorkerResult> results = group.run(differentSlices(cpus.size()));

        assertThat(results).allMatch(result -> result.startCpu() == result.endCpu());
        if (model == ConcurrencyModel.FORK_JOIN) {
          // A worker there is a thread, which may take more than one task.
          assertThat(results).allMatch(result -> cpus.contains(result.startCpu()));
        } else {
          assertThat(results).extracting(WorkerResult::startCpu).isEqualTo(cpus);
        }
      }
    }
    assertThat(ThreadAffinity.allowed()).as("the caller's own affinity").contains(allowed);
  }

  @ParameterizedTest
  @EnumSource
  void aCpuThatIsNotThereIsRefusedAndNothingIsLeft(ConcurrencyModel model) throws Exception {
    assumeTrue(ThreadAffinity.isSupported(), "this platform cannot pin threads");
    Children children = new Children();

    assertThatThrownBy(() -> WorkerGroup.open(model, 1, List.of(NO_SUCH_CPU)))
        .isInstanceOf(WorkerFailedException.class)
        .hasMessageContaining("logical CPU {8191} cannot be used by this process");

    assertThat(children.started()).isEmpty();
    Waiting.until("worker threads have ended", () -> workerThreads().isEmpty());
  }

  /** Two elements are in order, whatever their signs: no branch is mispredicted. */
  @ParameterizedTest
  @EnumSource
  void aKernelThatLostItsLimitFailsTheOperationInOneSentence(ConcurrencyModel model) {
    List<Slice> slices = List.of(new Slice(Kernel.ARRAY_BRANCH, 0, 1 << 23, 2));
    try (WorkerGroup group = WorkerGroup.open(model, 1, List.of())) {
      assertThatThrownBy(
              () -> {
                for (int operation = 0; operation < 9; operation++) {
                  assertThat(group.run(slices)).hasSize(1);
                }
              })
          .isInstanceOf(WorkerFailedException.class)
          .hasMessageMatching(
              "(worker JVM 0 \\(pid \\d+\\) died with exit code 1: )?kernel array-branch took .* so the figure is rejected");
    }
  }

  @ParameterizedTest
  @EnumSource
  void cpuUseGrowsByWhatTheWorkersUsed(ConcurrencyModel model) {
    List<Slice> slices = List.of(new Slice(Kernel.RANGE_DOUBLE, 0, 1 << 26));
    try (WorkerGroup group = WorkerGroup.open(model, 1, List.of())) {
      assumeTrue(group.cpuUse().isPresent(), "this platform does not tell CPU time");
      CpuUse before = group.cpuUse().orElseThrow();
      long workerNs = group.run(slices).getFirst().cpuNs();
      CpuUse after = group.cpuUse().orElseThrow();

      // Two cycles per element at 7 GHz take 19 ms.
      assertThat(workerNs).isGreaterThan(10_000_000);
      assertThat(after.since(before).totalNs()).isGreaterThan(workerNs / 2);
    }
  }
}
