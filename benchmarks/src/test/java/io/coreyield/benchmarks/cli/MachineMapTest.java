package io.coreyield.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Throttling;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.benchmarks.campaign.plan.Machines;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The map of machines of every kind, as {@code machine} prints it. */
class MachineMapTest {

  private static String map(Topology topology) {
    return String.join("\n", MachineMap.lines(topology)) + "\n";
  }

  private static Topology halves(Integer... usable) {
    return new Topology(
        IntStream.range(0, 8)
            .mapToObj(id -> new LogicalCpu(id, id % 4, 0, 0, 0, List.of(usable).contains(id), 0))
            .toList());
  }

  @Test
  void siblingsStandBesideEachOther() {
    assertThat(map(halves(0, 1, 2, 3, 4, 5, 6, 7)))
        .isEqualTo(
            """
              each core, and its logical CPUs:
              package 0, NUMA node 0, last-level cache 0
                core 0:  0  4
                core 1:  1  5
                core 2:  2  6
                core 3:  3  7
            """);
  }

  @Test
  void whatMayNotBeUsedIsMarked() {
    assertThat(map(halves(0, 1, 4, 6)))
        .isEqualTo(
            """
              each core, and its logical CPUs:
              package 0, NUMA node 0, last-level cache 0
                core 0:  0  4
                core 1:  1 (5)
                core 2: (2) 6
                core 3: (3)(7)
              (n): this process may not use logical CPU n
            """);
  }

  /** Cores with gaps in their numbers; the little ones have no sibling. */
  @Test
  void coresStandByTheirKind() {
    Topology hybrid =
        new Topology(
            List.of(
                new LogicalCpu(0, 0, 0, 0, 0, true, 0),
                new LogicalCpu(1, 1, 0, 0, 1, true, 0),
                new LogicalCpu(8, 12, 0, 0, 2, true, 0),
                new LogicalCpu(9, 12, 0, 0, 2, true, 0)));

    assertThat(map(hybrid))
        .isEqualTo(
            """
              each core, and its logical CPUs:
              package 0, NUMA node 0, last-level cache 0, class 2 (most capable)
                core 12:  8  9
              package 0, NUMA node 0, last-level cache 0, class 1
                core  1:  1
              package 0, NUMA node 0, last-level cache 0, class 0 (least capable)
                core  0:  0
            """);
  }

  /** No heading for each core, though each has a cache of its own. */
  @Test
  void cachesThatNoCoresShareAreNoHeading() {
    Topology own =
        new Topology(
            IntStream.range(0, 3)
                .mapToObj(id -> new LogicalCpu(id, id, id / 2, id / 2, 0, true, id))
                .toList());

    assertThat(map(own))
        .isEqualTo(
            """
              each core, and its logical CPUs:
              package 0, NUMA node 0
                core 0:  0
                core 1:  1
              package 1, NUMA node 1
                core 2:  2
            """);
  }

  /** Two packages of 32 cores, two nodes each; eight cores share a cache. */
  private static Topology large() {
    return new Topology(
        IntStream.range(0, 128)
            .mapToObj(id -> {
              int core = id % 64;
              return new LogicalCpu(
                  id, core % 32, core / 32, core / 16, 0, id != 100, core / 8 * 8);
            })
            .toList());
  }

  @Test
  void aLargeMachineHasSeveralCoresInARow() {
    List<String> lines = MachineMap.lines(large());

    assertThat(lines.subList(0, 7))
        .containsExactly(
            "  each core's number, and its logical CPUs:",
            "  package 0, NUMA node 0, last-level cache 0",
            "     0:    0   64     1:    1   65     2:    2   66     3:    3   67",
            "     4:    4   68     5:    5   69     6:    6   70     7:    7   71",
            "  package 0, NUMA node 0, last-level cache 8",
            "     8:    8   72     9:    9   73    10:   10   74    11:   11   75",
            "    12:   12   76    13:   13   77    14:   14   78    15:   15   79");
    assertThat(lines).anyMatch(line -> line.contains(" 4:   36 (100)   "));
    assertThat(lines).hasSize(1 + 8 * 3 + 1).allMatch(line -> line.length() <= 80);
  }

  private static List<String> command(
      Topology topology, @Nullable CpuQuota quota, @Nullable Throttling throttling) {
    Machine machine =
        new Machine("CPU", "Vendor", null, topology, List.of(), 1 << 30, null).withQuota(quota);
    var limits = new Environment.CpuLimits(8, 8, "0-1,4,6", throttling);
    Environment environment =
        Copies.with(Machines.ENVIRONMENT, "limits", limits, "smtControl", "on");
    return MachineCommand.lines(machine, environment, List.of());
  }

  @Test
  void theCommandSaysWhatLimitsTheProcess() {
    Topology online = halves(0, 1, 4, 6);
    Topology topology = new Topology(online.cpus(), List.of(8, 9, 11));

    assertThat(command(topology, new CpuQuota(1.5, 100_000), new Throttling(12, 345_678)))
        .contains(
            "  4 cores x 2 threads",
            "    core 1:  1 (5)",
            "  offline: 8-9,11 (core unknown)",
            "  affinity mask: 0-1,4,6",
            "  the mask cuts logical CPUs 1,5 apart, which share a core",
            "  the mask cuts logical CPUs 2,6 apart, which share a core",
            "  CPU quota: 1.5 CPUs of time (150 ms in every 100 ms)",
            "  throttled so far: in 12 periods, 0.346 s",
            "  SMT control: on");
    assertThat(command(online, null, null))
        .contains("  CPU quota: none")
        .noneMatch(line -> line.contains("offline"));
  }

  @Test
  void everythingIsAscii() {
    for (Topology topology : List.of(large(), halves(0, 1))) {
      assertThat(command(topology, new CpuQuota(1, 1), null))
          .allSatisfy(line -> assertThat(line.chars()).allMatch(c -> c >= ' ' && c < 127));
    }
  }
}
