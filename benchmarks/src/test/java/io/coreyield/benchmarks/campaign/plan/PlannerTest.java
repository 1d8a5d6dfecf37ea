package io.coreyield.benchmarks.campaign.plan;

import static io.coreyield.benchmarks.campaign.session.SimulatedCampaigns.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans for machines from one CPU to 256. */
class PlannerTest {
  private static final Duration RESERVED = Duration.ofSeconds(5);
  private static final String MACHINES =
      """
      1, 1
      2, 1
      1, 2
      4, 2
      6, 2
      16, 1
      8, 2
      128, 1
      64, 2
      128, 2
      """;

  private static Plan quick(Topology topology, @Nullable Duration budget) {
    return quick(Machines.machine(topology), budget);
  }

  private static Plan quick(Machine machine, @Nullable Duration budget) {
    CampaignOptions options = options(List.of(), List.of(), List.of(), null, budget);
    Duration left = budget == null ? Duration.ofDays(365) : budget.minus(RESERVED);
    return Planner.plan(options, machine, left, Machines.limits(true));
  }

  private static List<Integer> workers(Plan plan, Kernel kernel, ConcurrencyModel model) {
    return plan.configurations().stream()
        .filter(c -> c.kernel() == kernel && c.model() == model)
        .map(Configuration::workers)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(textBlock = MACHINES)
  void workerCountsHaveOneTheCoresTheCpusAndThePowersOfTwo(int cores, int threads) {
    Plan plan = quick(Topologies.of(cores, threads), null);

    List<Integer> counts = workers(plan, Kernel.RANGE, ConcurrencyModel.PLATFORM);
    assertThat(counts).contains(1, cores, cores * threads).doesNotHaveDuplicates();
    for (int power = 1; power < cores * threads; power *= 2) {
      assertThat(counts).contains(power);
    }
    assertThat(counts).allMatch(count -> count <= cores * threads);
  }

  @ParameterizedTest(name = "{0} CPUs of time on {1}")
  @CsvSource({
    "0.5, 4, 1;2;4",
    "1, 4, 1;2;4",
    "1.5, 4, 1;2;4",
    "2.5, 4, 1;2;3;4",
    "6, 16, 1;2;4;6;7;16",
    "15.5, 16, 1;2;4;8;15;16",
    "16, 16, 1;2;4;8;16"
  })
  void underAQuotaTheWorkersThatItHoldsAndOneMore(double cpus, int logical, String counts) {
    Machine machine = Machines.machine(logical).withQuota(new CpuQuota(cpus, 100_000));

    assertThat(workers(quick(machine, null), Kernel.RANGE, ConcurrencyModel.PLATFORM))
        .isEqualTo(Stream.of(counts.split(";", -1)).map(Integer::valueOf).toList());
  }

  @Test
  void anIterationHoldsFourPeriodsOfAQuota() {
    Machine machine = Machines.machine(4).withQuota(new CpuQuota(1.5, 1_000_000));

    assertThat(quick(machine, null).shape().iterationMs()).isEqualTo(4_000);
    assertThat(quick(Machines.machine(4), null).shape().iterationMs())
        .isEqualTo(Planner.ITERATION_MS);
  }

  /** Four workers on half a CPU take eight times as long, and a fork twice. */
  @Test
  void workTakesLongerUnderAQuota() {
    Machine free = Machines.machine(4);
    Machine limited = free.withQuota(new CpuQuota(0.5, 100_000));
    Configuration four = Machines.configuration(ConcurrencyModel.PLATFORM, 4);

    assertThat(new TrialCost(limited).operationSeconds(four))
        .isCloseTo(8 * new TrialCost(free).operationSeconds(four), within(1e-9));
    Plan plan = quick(limited, null);
    Workload pair = new Workload.Pair(plan.pairs().getFirst());
    assertThat(new TrialCost(limited).seconds(pair, plan))
        .isGreaterThan(new TrialCost(free).seconds(pair, plan) + 1);
  }

  @ParameterizedTest
  @CsvSource(textBlock = MACHINES)
  void theLandmarksOfEveryKernelAndModelArePlannedOrNamed(int cores, int threads) {
    Plan plan = quick(Topologies.of(cores, threads), null);

    for (ConcurrencyModel model : ConcurrencyModel.values()) {
      for (int count : List.of(1, cores, cores * threads)) {
        String label = Machines.configuration(model, count).label();
        assertThat(
                Stream.concat(
                    plan.configurations().stream().map(Configuration::label),
                    plan.leftOut().stream().map(Plan.LeftOut::label)))
            .contains(label);
      }
    }
    for (Kernel kernel : Kernel.MAIN) {
      assertThat(workers(plan, kernel, ConcurrencyModel.PLATFORM))
          .contains(1, cores, cores * threads);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = MACHINES)
  void aBudgetHoldsFourRoundsAndTheBaselineAndNamesTheRest(int cores, int threads) {
    Topology topology = Topologies.of(cores, threads);
    Plan whole = quick(topology, null);
    TrialCost cost = new TrialCost(Machines.machine(topology));
    int planned = 0;
    for (int seconds : new int[] {30, 60, 180, 600, 3600}) {
      Duration budget = Duration.ofSeconds(seconds);
      Plan plan = quick(topology, budget);
      double round =
          RoundOrder.of(plan, 1, 0).stream().mapToDouble(w -> cost.seconds(w, plan)).sum();
      double idle = cost.seconds(new Workload.Idle(), plan);

      assertThat(idle + Planner.MIN_ROUNDS * round)
          .isLessThanOrEqualTo((double) (seconds - RESERVED.toSeconds()));
      assertThat(plan.configurations().size() + groups(plan) + plan.leftOut().size())
          .isEqualTo(whole.configurations().size() + groups(whole) + whole.leftOut().size());
      assertThat(plan.configurations()).hasSizeGreaterThanOrEqualTo(planned);
      assertThat(plan.leftOut()).allMatch(out -> !out.reason().isBlank());
      assertThat(plan.configurations().getFirst())
          .isEqualTo(Machines.configuration(ConcurrencyModel.PLATFORM, 1));
      planned = plan.configurations().size();
    }
  }

  /** Kernels and models of which cores are measured; each is planned or left out as a whole. */
  private static long groups(Plan plan) {
    return plan.pairs().stream().map(p -> List.of(p.kernel(), p.model())).distinct().count();
  }

  @ParameterizedTest
  @CsvSource(textBlock = MACHINES)
  void threeMinutesHoldThePairsOfEveryKernelAndOneThreadAsTheControl(int cores, int threads) {
    Plan plan = quick(Topologies.of(cores, threads), Duration.ofMinutes(3));

    assertThat(plan.pairs()).extracting(CorePair::kernel).containsAll(Kernel.MAIN);

    assertThat(plan.control()).isEqualTo(Machines.configuration(ConcurrencyModel.PLATFORM, 1));
    assertThat(plan.shape().adaptive()).isTrue();
    assertThat(RoundOrder.of(plan, 1, 0))
        .containsOnlyOnce(
            new Workload.AaRepeat(Machines.configuration(ConcurrencyModel.PLATFORM, 1)));
  }

  /** What the other kernels add is measured where nothing else is left to measure. */
  @Test
  void theOtherKernelsComeLastAndAsPairsOfThreads() {
    Plan plan = quick(Topologies.of(4, 2), null);
    List<Kernel> kernels = plan.pairs().stream().map(CorePair::kernel).distinct().toList();

    assertThat(kernels).containsExactly(Kernel.values());
    assertThat(plan.pairs().subList(plan.pairs().size() - 12, plan.pairs().size()))
        .noneMatch(pair -> Kernel.MAIN.contains(pair.kernel()))
        .allMatch(pair -> pair.model() == ConcurrencyModel.PLATFORM);
    assertThat(plan.configurations()).allMatch(c -> Kernel.MAIN.contains(c.kernel()));
  }

  @Test
  void onlyTheUsablePartOfTheMachineIsPlannedFor() {
    Topology half =
        new Topology(
            Topologies.of(8, 1).cpus().stream()
                .map(c -> new LogicalCpu(c.id(), c.core(), 0, 0, 0, c.id() < 3))
                .toList());

    assertThat(workers(quick(half, null), Kernel.RANGE, ConcurrencyModel.PLATFORM))
        .containsExactly(1, 2, 3);
  }

  @Test
  void aBudgetTooShortIsRefusedWithOneThatWouldDo() {
    Topology topology = Topologies.of(4, 2);
    Throwable refusal = catchThrowable(() -> quick(topology, Duration.ofSeconds(6)));

    assertThat(refusal)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a budget of 6 s is too short");
    Matcher remedy = Pattern.compile("give --budget (\\d+)s or more").matcher(refusal.getMessage());
    assertThat(remedy.find()).isTrue();
    Duration enough = Duration.ofSeconds(Long.parseLong(remedy.group(1)));
    Plan plan = quick(topology, enough);
    assertThat(plan.configurations()).hasSize(1);
    TrialCost cost = new TrialCost(Machines.machine(topology));
    double needed =
        cost.seconds(new Workload.Idle(), plan)
            + 2 * cost.seconds(new Workload.Summation(plan.configurations().getFirst()), plan);
    assertThat(needed).isLessThanOrEqualTo((double) enough.minus(RESERVED).toSeconds());
  }
}
