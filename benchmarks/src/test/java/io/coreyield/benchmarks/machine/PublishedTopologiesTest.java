package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.benchmarks.machine.libc.LibC;
import io.coreyield.benchmarks.machine.linux.CpuList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten shapes of machines that others published: the numbers are those of the dumps that hwloc
 * (github.com/open-mpi/hwloc, tests/hwloc) and util-linux (github.com/util-linux/util-linux,
 * tests/ts/lscpu/dumps) test with, where nothing else is said.
 */
class PublishedTopologiesTest {

  @BeforeAll
  static void filesAreThoseOfLinux() {
    assumeTrue(LibC.LINUX, "recorded machines are Linux machines");
  }

  /**
   * Online CPUs as their files show them, a row for each group: its CPUs, core_id,
   * physical_package_id, NUMA node, and the CPUs that share the core, the package and the
   * last-level cache. A dot stands for a file that is not there, an equals sign for the CPU alone.
   */
  private static RecordedMachine machine(String... rows) {
    RecordedMachine machine = new RecordedMachine();
    for (String row : rows) {
      String[] is = row.strip().split(" +", -1);
      CpuList.parse(is[0]).orElseThrow().stream().forEach(cpu -> add(machine, cpu, is));
    }
    return machine;
  }

  private static void add(RecordedMachine machine, int cpu, String[] is) {
    machine.cpu(cpu, RecordedMachine.UNTOLD);
    List<String> files =
        List.of(
            "topology/core_id",
            "topology/physical_package_id",
            "node" + is[3] + "/cpulist",
            "topology/thread_siblings_list",
            "topology/core_siblings_list",
            "cache/index0/shared_cpu_list");
    for (int i = 0; i < files.size(); i++) {
      String value = is[i + 1];
      if (!value.equals(".")) {
        machine.file(
            "system/cpu/cpu%d/%s".formatted(cpu, files.get(i)),
            value.equals("=") ? "" + cpu : value);
      }
    }
    machine
        .file("system/cpu/cpu%d/cache/index0/level".formatted(cpu), "3")
        .file("system/cpu/cpu%d/cache/index0/type".formatted(cpu), "Unified");
  }

  private static RecordedMachine capacities(RecordedMachine machine, String capacities) {
    String[] each = capacities.split(" ", -1);
    for (int cpu = 0; cpu < each.length; cpu++) {
      machine.file("system/cpu/cpu%d/cpu_capacity".formatted(cpu), each[cpu]);
    }
    return machine;
  }

  private static Topology read(RecordedMachine machine) throws Exception {
    return machine.read(cpu -> true).topology();
  }

  private static void assertCores(Topology topology, String... expected) {
    assertThat(topology.cores())
        .extracting(
            core -> core.stream().map(cpu -> "" + cpu.id()).collect(Collectors.joining(" ")))
        .containsExactly(expected);
  }

  private static void assertEach(
      Topology topology, Function<LogicalCpu, Integer> property, String expected) {
    assertThat(
            topology.cpus().stream()
                .map(cpu -> "" + property.apply(cpu))
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  /** The IBM S822LC of xml/power8gpudistances.xml, there with two of each core's eight threads. */
  @Test
  void eightThreadsPerCoreOfPower8() throws Exception {
    Topology t =
        read(
            machine(
                "0-7     8   0 0 0-7     0-31   0-7",
                "8-15    16  0 0 8-15    0-31   8-15",
                "16-23   32  0 0 16-23   0-31   16-23",
                "24-31   40  0 0 24-31   0-31   24-31",
                "80-87   136 1 1 80-87   80-111 80-87",
                "88-95   144 1 1 88-95   80-111 88-95",
                "96-103  152 1 1 96-103  80-111 96-103",
                "104-111 168 1 1 104-111 80-111 104-111"));

    assertThat(t.summary()).isEqualTo("2 packages, 8 cores × 8 threads");
    assertThat(t.numaNodes()).isEqualTo(2);
    assertThat(t.cores().get(5))
        .extracting(LogicalCpu::id)
        .containsExactly(88, 89, 90, 91, 92, 93, 94, 95);
    assertThat(t.cores())
        .allMatch(core -> core.stream().map(LogicalCpu::core).distinct().count() == 1);
  }

  /** nvidiagpunumanodes: a POWER9 of which CPUs 16 to 87 are not there. */
  @Test
  void aGapBetweenThePackagesOfPower9() throws Exception {
    Topology t =
        read(
            machine(
                "0-3     8    0 0 0-3     0-87   0-7",
                "4-7     12   0 0 4-7     0-87   0-7",
                "8-11    16   0 0 8-11    0-87   8-15",
                "12-15   20   0 0 12-15   0-87   8-15",
                "88-91   2056 8 8 88-91   88-175 88-95",
                "92-95   2060 8 8 92-95   88-175 88-95",
                "96-99   2064 8 8 96-99   88-175 96-103",
                "100-103 2068 8 8 100-103 88-175 96-103"));

    assertThat(t.summary()).isEqualTo("2 packages, 8 cores × 4 threads");
    assertThat(t.cpus()).extracting(LogicalCpu::pkg).containsOnly(0, 8);
    assertThat(t.cpus()).extracting(LogicalCpu::llc).containsOnly(0, 8, 88, 96);
    assertThat(t.offline()).isEmpty();
  }

  /**
   * s390-lpar: four books; no package has a number, and the numbers of cores are those of books.
   */
  @Test
  void booksOfS390() throws Exception {
    Topology t =
        read(
            machine(
                    "1-2   1 -1 0 = 0-2   .",
                    "3-5   2 -1 0 = 3-5   .",
                    "8-10  1 -1 0 = 8-10  .",
                    "11-14 2 -1 0 = 11-14 .",
                    "15    3 -1 0 = 15    .",
                    "16-18 4 -1 0 = 16-18 .",
                    "19    6 -1 0 = 19    .")
                .offline("0,6-7"));

    assertThat(t.summary()).isEqualTo("7 packages, 17 cores, no SMT siblings");
    assertEach(t, LogicalCpu::pkg, "0 0 1 1 1 2 2 2 3 3 3 3 4 5 5 5 6");
    assertThat(t.offline()).containsExactly(0, 6, 7);
  }

  /** sparc64: only some numbers are used, and every core is number 0 of no package. */
  @Test
  void coresOfSparcWithoutNumbers() throws Exception {
    Topology t = read(machine("6-7,10-11,14-15 0 -1 0 = = ."));

    assertThat(t.summary()).isEqualTo("6 packages, 6 cores, no SMT siblings");
    assertCores(t, "6", "7", "10", "11", "14", "15");
  }

  /** 2ps3-2t: the kernel numbers neither core nor package, and says who shares one. */
  @Test
  void threadsOfACellWithoutNumbers() throws Exception {
    Topology t = read(machine("0-1 . . 0 0-1 . ."));

    assertThat(t.summary()).isEqualTo("1 core × 2 threads");
  }

  /** arm-A510-A710-A715-X3: three kinds, numbered as packages that share a cache. */
  @Test
  void threeKindsOfCoreOfAPhone() throws Exception {
    Topology t =
        read(
            capacities(
                machine("0-2 0 0 0 = 0-2 0-7", "3-6 0 1 0 = 3-6 0-7", "7 0 2 0 = 7 0-7"),
                "280 280 280 855 855 855 855 1024"));

    assertCores(t, "0", "1", "2", "3", "4", "5", "6", "7");
    assertEach(t, LogicalCpu::efficiencyClass, "0 0 0 1 1 1 1 2");
    assertThat(t.hasSiblings()).isFalse();
  }

  /** nvidia-dgx-gb10: ten cores of each of two kinds, with five capacities. */
  @Test
  void twoKindsOfCoreWithSeveralClocks() throws Exception {
    Topology t =
        read(
            capacities(
                machine("0-9 = 36 0 = 0-19 0-9", "10-19 = 36 0 = 0-19 10-19"),
                "718 718 718 718 718 997 997 997 997 997 "
                    + "731 731 731 731 731 1017 1017 1017 1017 1024"));

    assertEach(t, LogicalCpu::efficiencyClass, "0 0 0 0 0 1 1 1 1 1 0 0 0 0 0 1 1 1 1 1");
    assertEach(t, LogicalCpu::llc, "0 0 0 0 0 0 0 0 0 0 10 10 10 10 10 10 10 10 10 10");
  }

  /** 16em64t-4s2c2t-offlines: as masks, which is all that Linux 2.6.25 shows. */
  @Test
  void offlineSiblingsAsMasks() throws Exception {
    RecordedMachine machine = new RecordedMachine().offline("2,5,13-14");
    for (String row :
        List.of(
            "0 101 1111",
            "1 202 202",
            "3 808 8888",
            "4 1010 1111",
            "6 40 440",
            "7 8080 8888",
            "8 101 1111",
            "9 202 202",
            "10 400 440",
            "11 808 8888",
            "12 1010 1111",
            "15 8080 8888")) {
      String[] is = row.split(" ", -1);
      int cpu = Integer.parseInt(is[0]);
      String at = "system/cpu/cpu" + cpu;
      machine
          .cpu(cpu, RecordedMachine.UNTOLD)
          .file(at + "/topology/core_id", "" + cpu / 4 % 2)
          .file(at + "/topology/physical_package_id", "" + cpu % 4)
          .file(at + "/topology/thread_siblings", is[1])
          .file(at + "/cache/index3/level", "3")
          .file(at + "/cache/index3/shared_cpu_map", "00000000," + is[2]);
    }
    Topology t = read(machine);

    assertCores(t, "0 8", "4 12", "1 9", "6", "10", "3 11", "7 15");
    assertEach(t, LogicalCpu::pkg, "0 1 3 0 2 3 0 1 2 3 0 3");
    assertEach(t, LogicalCpu::llc, "0 1 3 0 6 3 0 1 6 3 0 3");
    assertThat(t.offline()).containsExactly(2, 5, 13, 14);
  }

  /**
   * The c4-highcpu-288 of Google, two packages of 72 cores, as lscpu shows it in
   * github.com/SpareCores/sc-inspector-data; siblings are numbered last, as everywhere on x86.
   */
  @Test
  void a288CpuMachine() throws Exception {
    RecordedMachine machine =
        new RecordedMachine()
            .cpus(
                0,
                288,
                cpu ->
                    new RecordedMachine.Cpu(
                        cpu % 72,
                        cpu / 72 % 2,
                        cpu / 72 % 2,
                        cpu % 144 + "," + (cpu % 144 + 144),
                        cpu / 72 % 2 == 0 ? "0-71,144-215" : "72-143,216-287"));
    Topology t = read(machine);

    assertThat(t.summary()).isEqualTo("2 packages, 144 cores × 2 threads");
    assertThat(t.cores().getLast()).extracting(LogicalCpu::id).containsExactly(143, 287);
    assertThat(t.cpus()).extracting(LogicalCpu::llc).containsOnly(0, 72);
  }

  /** 40intel64-4n10c+pci-conflicts: four packages by turns, each with gaps in its core numbers. */
  @Test
  void coreNumbersWithGaps() throws Exception {
    List<Integer> numbers = List.of(0, 1, 2, 8, 9, 16, 17, 18, 24, 25);
    RecordedMachine machine = new RecordedMachine();
    for (int cpu = 0; cpu < 40; cpu++) {
      machine.cpu(
          cpu, new RecordedMachine.Cpu(numbers.get(cpu / 4), cpu % 4, cpu % 4, "" + cpu, null));
    }
    Topology t = read(machine);

    assertThat(t.summary()).isEqualTo("4 packages, 40 cores, no SMT siblings");
    assertThat(t.cores().subList(0, 11))
        .extracting(core -> core.getFirst().id())
        .containsExactly(0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 1);
    assertThat(t.cores().get(9).getFirst().core()).isEqualTo(25);
  }
}
