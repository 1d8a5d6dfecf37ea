package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.benchmarks.machine.RecordedMachine.Cpu;
import io.coreyield.benchmarks.machine.RecordedMachine.Reading;
import io.coreyield.benchmarks.machine.libc.LibC;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Topology and placement on machines of every kind, read from the files of their kernels. */
class RecordedMachinesTest {

  @BeforeAll
  static void filesAreThoseOfLinux() {
    assumeTrue(LibC.LINUX, "recorded machines are Linux machines");
  }

  private static Topology read(RecordedMachine machine) throws Exception {
    return machine.read(cpu -> true).topology();
  }

  private static <T> List<T> each(Topology topology, Function<LogicalCpu, T> property) {
    return topology.cpus().stream().map(property).toList();
  }

  private static List<String> cores(List<List<LogicalCpu>> cores) {
    return cores.stream()
        .map(core -> String.join(" ", core.stream().map(cpu -> "" + cpu.id()).toList()))
        .toList();
  }

  private static String order(Placement placement, Topology topology) {
    return PlacementOrder.of(placement, topology, topology.usable().logicalCpus()).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static void assertCores(Topology topology, String expected) {
    assertThat(String.join(" | ", cores(topology.cores()))).isEqualTo(expected);
  }

  private static void assertPlacements(Topology topology, String spread, String siblings) {
    assertThat(order(Placement.SPREAD, topology)).isEqualTo(spread);
    assertThat(order(Placement.SIBLINGS, topology)).isEqualTo(siblings);
    assertThat(order(Placement.SAME, topology).split(" ", -1))
        .containsOnly(spread.split(" ", 2)[0]);
  }

  /** The other core for the ceiling of each core; -1 for none. */
  private static void assertCeilings(Topology topology, String expected) {
    assertThat(
            topology.cores().stream()
                .map(core -> topology.ceilingPartner(core).map(cpu -> "" + cpu.id()).orElse("-1"))
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  @Test
  void siblingsNumberedLast() throws Exception {
    Reading reading = RecordedMachine.siblingsLast().read(cpu -> true);
    Topology t = reading.topology();

    assertCores(t, "0 4 | 1 5 | 2 6 | 3 7");
    assertPlacements(t, "0 1 2 3 4 5 6 7", "0 4 1 5 2 6 3 7");
    assertCeilings(t, "1 2 3 0");
    assertThat(t.siblingPairs()).isEqualTo(t.cores());
    assertThat(t.summary()).isEqualTo("4 cores × 2 threads");
    assertThat(each(t, LogicalCpu::llc)).hasSize(8).containsOnly(0);
    assertThat(each(t, LogicalCpu::efficiencyClass)).containsOnly(0);
    assertThat(each(t, LogicalCpu::usable)).containsOnly(true);
    assertThat(t.offline()).isEmpty();
    assertThat(reading.smtControl()).isEqualTo("on");
  }

  @Test
  void siblingsNumberedSideBySide() throws Exception {
    Topology t = read(RecordedMachine.siblingsAdjacent());

    assertCores(t, "0 1 | 2 3 | 4 5 | 6 7");
    assertPlacements(t, "0 2 4 6 1 3 5 7", "0 1 2 3 4 5 6 7");
    assertCeilings(t, "2 4 6 0");
  }

  /** One package of 64 cores in 4 NUMA nodes; 8 cores share a last-level cache. */
  @Test
  void manyCoresOverSeveralNodes() throws Exception {
    RecordedMachine machine = new RecordedMachine();
    for (int id = 0; id < 128; id++) {
      int core = id % 64;
      int first = core / 8 * 8;
      String shared = "%d-%d,%d-%d".formatted(first, first + 7, first + 64, first + 71);
      machine.cpu(id, new Cpu(core, 0, core / 16, "%d,%d".formatted(core, core + 64), shared));
    }
    Topology t = read(machine);

    assertThat(t.summary()).isEqualTo("64 cores × 2 threads");
    assertThat(t.numaNodes()).isEqualTo(4);
    assertThat(each(t, LogicalCpu::numaNode))
        .isEqualTo(IntStream.range(0, 128).mapToObj(id -> id % 64 / 16).toList());
    assertThat(each(t, LogicalCpu::llc))
        .isEqualTo(IntStream.range(0, 128).mapToObj(id -> id % 64 / 8 * 8).toList());
    assertThat(cores(t.cores()).get(63)).isEqualTo("63 127");
    assertThat(order(Placement.SPREAD, t)).startsWith("0 1 2 3 ").endsWith(" 126 127");
    assertThat(order(Placement.SIBLINGS, t)).startsWith("0 64 1 65 ");
    // The last core of a cache takes the first, not the first of the next cache.
    assertThat(
            t.cores().stream()
                .map(core -> t.ceilingPartner(core).orElseThrow().id())
                .toList()
                .subList(6, 9))
        .containsExactly(7, 0, 9);
  }

  /** Numbers alternate between the packages, and core numbers repeat and have gaps. */
  @Test
  void twoPackages() throws Exception {
    List<Integer> cores = List.of(0, 1, 4, 5);
    List<String> shared = List.of("0,2,4,6,8,10,12,14", "1,3,5,7,9,11,13,15");
    Topology t =
        read(
            new RecordedMachine()
                .cpus(
                    0,
                    16,
                    id -> {
                      String siblings = (id % 8) + "," + (id % 8 + 8);
                      return new Cpu(
                          cores.get(id / 2 % 4), id % 2, id % 2, siblings, shared.get(id % 2));
                    }));

    assertThat(t.summary()).isEqualTo("2 packages, 8 cores × 2 threads");
    assertCores(t, "0 8 | 2 10 | 4 12 | 6 14 | 1 9 | 3 11 | 5 13 | 7 15");
    assertThat(each(t, LogicalCpu::core)).startsWith(0, 0, 1, 1, 4, 4, 5, 5, 0, 0);
    assertThat(each(t, LogicalCpu::llc)).startsWith(0, 1, 0, 1).containsOnly(0, 1);
    assertThat(t.numaNodes()).isEqualTo(2);
    assertPlacements(
        t, "0 2 4 6 1 3 5 7 8 10 12 14 9 11 13 15", "0 8 2 10 4 12 6 14 1 9 3 11 5 13 7 15");
    assertCeilings(t, "2 4 6 0 3 5 7 1");
  }

  /** Four performance cores with siblings, four efficiency cores without; no capacity is told. */
  @Test
  void hybridOfIntel() throws Exception {
    Topology t =
        read(
            new RecordedMachine()
                .file("cpu_core/cpus", "0-7")
                .file("cpu_atom/cpus", "8-11")
                .cpus(0, 8, id -> new Cpu(id / 2 * 4, 0, 0, RecordedMachine.adjacent(id), "0-11"))
                .cpus(8, 12, id -> new Cpu(id + 8, 0, 0, "" + id, "0-11")));

    assertCores(t, "0 1 | 2 3 | 4 5 | 6 7 | 8 | 9 | 10 | 11");
    assertPlacements(t, "0 2 4 6 8 9 10 11 1 3 5 7", "0 1 2 3 4 5 6 7 8 9 10 11");
    assertCeilings(t, "2 4 6 0 9 10 11 8");
    assertThat(cores(t.siblingPairs())).containsExactly("0 1", "2 3", "4 5", "6 7");
    assertThat(each(t, LogicalCpu::efficiencyClass))
        .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
  }

  /** Two clusters of ARM: little cores come first, and core numbers begin anew in the second. */
  @Test
  void clustersThatNumberTheirCoresAlike() throws Exception {
    RecordedMachine machine = new RecordedMachine();
    for (int id = 0; id < 6; id++) {
      machine
          .cpu(id, new Cpu(id % 4, 0, 0, "" + id, "0-5"))
          .file("system/cpu/cpu%d/cpu_capacity".formatted(id), id < 4 ? "446" : "1024");
    }
    Topology t = read(machine);

    assertCores(t, "0 | 1 | 2 | 3 | 4 | 5");
    assertPlacements(t, "4 5 0 1 2 3", "4 5 0 1 2 3");
    assertCeilings(t, "1 2 3 0 5 4");
    assertThat(t.hasSiblings()).isFalse();
    assertThat(each(t, LogicalCpu::efficiencyClass)).containsExactly(0, 0, 0, 0, 1, 1);
  }

  /** The kernel took all second siblings offline. */
  @Test
  void smtOff() throws Exception {
    Reading reading =
        new RecordedMachine()
            .offline("4-7")
            .file("system/cpu/smt/control", "off")
            .cpus(0, 4, id -> new Cpu(id, 0, 0, "" + id, "0-3"))
            .read(cpu -> true);
    Topology t = reading.topology();

    assertThat(t.summary()).isEqualTo("4 cores, no SMT siblings");
    assertThat(t.siblingPairs()).isEmpty();
    assertThat(t.offline()).containsExactly(4, 5, 6, 7);
    assertThat(reading.smtControl()).isEqualTo("off");
    assertPlacements(t, "0 1 2 3", "0 1 2 3");
    assertCeilings(t, "1 2 3 0");
  }

  /** CPUs 2 and 5 are offline, which leaves 1 and 6 alone on their cores. */
  @Test
  void offlineCpus() throws Exception {
    RecordedMachine machine = new RecordedMachine().offline("2,5");
    for (int id : List.of(0, 1, 3, 4, 6, 7)) {
      String siblings = id % 4 == 0 || id % 4 == 3 ? (id % 4) + "," + (id % 4 + 4) : "" + id;
      machine.cpu(id, new Cpu(id % 4, 0, 0, siblings, "0-1,3-4,6-7"));
    }
    Reading reading = machine.read(cpu -> true);
    Topology t = reading.topology();

    assertCores(t, "0 4 | 1 | 3 7 | 6");
    assertPlacements(t, "0 1 3 6 4 7", "0 4 1 3 7 6");
    assertCeilings(t, "1 3 6 0");
    assertThat(t.offline()).containsExactly(2, 5);
    assertThat(t.cutCores()).isEmpty();
    // Each CPU has its own counters: its number and 1, in ticks of 10 ms.
    LoadSample load = Objects.requireNonNull(reading.load());
    assertThat(load.cpuIds()).containsExactly(0, 1, 3, 4, 6, 7);
    assertThat(load.times())
        .extracting(times -> times.userMs())
        .containsExactly(10L, 20L, 40L, 50L, 70L, 80L);
  }

  /** An offline CPU of a hybrid machine does not make core 0 one of the least capable. */
  @Test
  void offlineCpuOfAHybridMachine() throws Exception {
    RecordedMachine machine = new RecordedMachine().offline("3");
    for (int id = 0; id < 3; id++) {
      machine
          .cpu(id, new Cpu(id, 0, 0, "" + id, "0-2"))
          .file("system/cpu/cpu%d/cpu_capacity".formatted(id), id == 0 ? "1024" : "446");
    }
    Topology t = read(machine);

    assertThat(each(t, LogicalCpu::efficiencyClass)).containsExactly(1, 0, 0);
    assertThat(t.hasSiblings()).isFalse();
  }

  @Test
  void virtualMachineWithoutSiblings() throws Exception {
    Topology t =
        read(
            new RecordedMachine()
                .file("system/cpu/smt/control", "notsupported")
                .cpus(0, 2, id -> new Cpu(id, 0, 0, "" + id, "0-1")));

    assertThat(t.summary()).isEqualTo("2 cores, no SMT siblings");
    assertThat(t.siblingPairs()).isEmpty();
    assertPlacements(t, "0 1", "0 1");
    assertCeilings(t, "1 0");
  }

  /** A socket for each CPU, as some hypervisors have it: no two cores share anything. */
  @Test
  void virtualMachineOfSockets() throws Exception {
    Topology t = read(new RecordedMachine().cpus(0, 2, id -> new Cpu(0, id, 0, "" + id, null)));

    assertThat(t.summary()).isEqualTo("2 packages, 2 cores, no SMT siblings");
    assertThat(each(t, LogicalCpu::llc)).containsExactly(0, 1);
    assertCeilings(t, "-1 -1");
  }

  @Test
  void aCpusetThatCutsPairs() throws Exception {
    Topology t = RecordedMachine.siblingsAdjacent().read(List.of(1, 2, 3, 6)::contains).topology();

    assertThat(each(t, LogicalCpu::usable))
        .containsExactly(false, true, true, true, false, false, true, false);
    assertCores(t, "0 1 | 2 3 | 4 5 | 6 7");
    assertPlacements(t, "1 2 6 3", "1 2 3 6");
    assertCeilings(t, "2 6 6 1");
    assertThat(cores(t.siblingPairs())).containsExactly("2 3");
    assertThat(cores(t.cutCores())).containsExactly("0 1", "6 7");
  }
}
