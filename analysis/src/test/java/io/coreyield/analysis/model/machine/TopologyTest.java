package io.coreyield.analysis.model.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopologyTest {

  private static LogicalCpu cpu(int id, int core, int pkg) {
    return new LogicalCpu(id, core, pkg, pkg, 0, true);
  }

  private static Topology of(LogicalCpu... cpus) {
    return new Topology(List.of(cpus));
  }

  private static List<List<Integer>> ids(List<List<LogicalCpu>> cores) {
    return cores.stream().map(core -> core.stream().map(LogicalCpu::id).toList()).toList();
  }

  /** Most Intel and AMD desktops under Linux: CPU 4 is the sibling of CPU 0. */
  @Test
  void siblingsNumberedLast() {
    Topology t = SimulatedRuns.machine(4, 2).topology();

    assertThat(ids(t.cores()))
        .containsExactly(List.of(0, 4), List.of(1, 5), List.of(2, 6), List.of(3, 7));
    assertThat(t.summary()).isEqualTo("4 cores × 2 threads");
    assertThat(t.siblingsAdjacent())
        .extracting(LogicalCpu::id)
        .containsExactly(0, 4, 1, 5, 2, 6, 3, 7);
  }

  /** Windows and many virtual machines: CPU 1 is the sibling of CPU 0. */
  @Test
  void siblingsNumberedSideBySide() {
    Topology t = new Topology(IntStream.range(0, 8).mapToObj(id -> cpu(id, id / 2, 0)).toList());

    assertThat(ids(t.cores()))
        .containsExactly(List.of(0, 1), List.of(2, 3), List.of(4, 5), List.of(6, 7));
    assertThat(t.physicalCores()).isEqualTo(4);
    assertThat(t.threadsPerCore()).isEqualTo(2);
  }

  /** Core numbers are unique within a package only. */
  @Test
  void twoPackagesWithTheSameCoreNumbers() {
    Topology t =
        of(
            cpu(0, 0, 0),
            cpu(1, 0, 1),
            cpu(2, 1, 0),
            cpu(3, 1, 1),
            cpu(4, 0, 0),
            cpu(5, 0, 1),
            cpu(6, 1, 0),
            cpu(7, 1, 1));

    assertThat(ids(t.cores()))
        .containsExactly(List.of(0, 4), List.of(2, 6), List.of(1, 5), List.of(3, 7));
    assertThat(t.packages()).isEqualTo(2);
    assertThat(t.numaNodes()).isEqualTo(2);
    assertThat(t.physicalCores()).isEqualTo(4);
    assertThat(t.summary()).isEqualTo("2 packages, 4 cores × 2 threads");
  }

  /** Two performance cores with siblings, four efficiency cores without. */
  @Test
  void hybrid() {
    Topology t =
        of(
            new LogicalCpu(0, 0, 0, 0, 1, true),
            new LogicalCpu(1, 0, 0, 0, 1, true),
            new LogicalCpu(2, 4, 0, 0, 1, true),
            new LogicalCpu(3, 4, 0, 0, 1, true),
            cpu(4, 8, 0),
            cpu(5, 9, 0),
            cpu(6, 10, 0),
            cpu(7, 11, 0));

    assertThat(t.physicalCores()).isEqualTo(6);
    assertThat(t.threadsPerCore()).isEqualTo(2);
    assertThat(t.hasSiblings()).isTrue();
    assertThat(t.summary()).isEqualTo("6 cores, 8 logical CPUs");
  }

  @Test
  void withoutSiblings() {
    Topology t = SimulatedRuns.machine(4, 1).topology();
    assertThat(t.hasSiblings()).isFalse();
    assertThat(t.threadsPerCore()).isEqualTo(1);
    assertThat(t.summary()).isEqualTo("4 cores, no SMT siblings");
    assertThat(of(cpu(3, 1, 0)).summary()).isEqualTo("1 core, no SMT siblings");
  }

  /** CPU 2 is offline: numbers have a gap, and its sibling has no partner. */
  @Test
  void oneSiblingOffline() {
    Topology t = of(cpu(0, 0, 0), cpu(1, 1, 0), cpu(3, 1, 0));

    assertThat(ids(t.cores())).containsExactly(List.of(0), List.of(1, 3));
    assertThat(t.summary()).isEqualTo("2 cores, 3 logical CPUs");
  }

  /** The process may use CPUs 0, 1 and 4 of 4 × 2: one pair is whole, one is cut. */
  @Test
  void cpusetThatCutsAPair() {
    Topology t = usable(8, 0, 1, 4);
    assertThat(t.hasUsable()).isTrue();
    assertThat(ids(t.usable().cores())).containsExactly(List.of(0, 4), List.of(1));
    assertThat(t.usable().logicalCpus()).isEqualTo(3);
    assertThat(t.physicalCores()).isEqualTo(4);
  }

  @Test
  void nothingUsable() {
    Topology t = of(new LogicalCpu(0, 0, 0, 0, 0, false));

    assertThat(t.hasUsable()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(t::usable)
        .withMessage("a machine has 1 to 8192 logical CPUs, not 0");
  }

  @Test
  void cpusAreSortedByNumber() {
    assertThat(of(cpu(2, 1, 0), cpu(0, 0, 0)).cpus())
        .extracting(LogicalCpu::id)
        .containsExactly(0, 2);
  }

  @Test
  void refusesWhatNoMachineHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(cpu(0, 0, 0), cpu(0, 1, 0)))
        .withMessage("logical CPU 0 is named twice");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Topology(IntStream.range(0, 8193).mapToObj(i -> cpu(i, i, 0)).toList()))
        .withMessage("a machine has 1 to 8192 logical CPUs, not 8193");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cpu(0, -1, 0))
        .withMessage(
            "logical CPU 0: core -1, package 0, NUMA node 0, efficiency class 0: none may be negative");
  }

  @Test
  void offlineCpusAreNumbersThatAreNotOnline() {
    Topology t = new Topology(List.of(cpu(0, 0, 0), cpu(2, 1, 0)), List.of(3, 1));

    assertThat(t.offline()).containsExactly(1, 3);
    assertThat(t.logicalCpus()).isEqualTo(2);
    assertThat(t.usable().offline()).isEmpty();
    for (int wrong : List.of(-1, 0)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Topology(List.of(cpu(0, 0, 0)), List.of(wrong)))
          .withMessage(
              "offline logical CPU %d is negative, online or named twice".formatted(wrong));
    }
  }

  /** Cores (0, 4), (1, 5) and so on, of that many logical CPUs; usable are these. */
  private static Topology usable(int cpus, Integer... usable) {
    List<Integer> allowed = List.of(usable);
    return new Topology(
        IntStream.range(0, cpus)
            .mapToObj(id -> new LogicalCpu(id, id % 4, 0, 0, 0, allowed.contains(id)))
            .toList());
  }

  @Test
  void aPairIsTheFirstTwoUsableCpusOfACore() {
    Topology t = usable(12, 0, 4, 8, 5, 9, 2, 10, 7);

    assertThat(ids(t.siblingPairs())).containsExactly(List.of(0, 4), List.of(5, 9), List.of(2, 10));
    assertThat(SimulatedRuns.machine(4, 1).topology().siblingPairs()).isEmpty();
  }

  @Test
  void aCutCoreHasUsableCpusAndOthers() {
    Topology t = usable(12, 0, 4, 8, 5, 9, 3);

    assertThat(ids(t.cutCores())).containsExactly(List.of(1, 5, 9), List.of(3, 7, 11));
    assertThat(SimulatedRuns.machine(4, 2).topology().cutCores()).isEmpty();
  }

  private static List<Integer> partners(Topology topology) {
    return topology.cores().stream()
        .map(core -> topology.ceilingPartner(core).map(LogicalCpu::id).orElse(-1))
        .toList();
  }

  @Test
  void theCeilingIsTheNextCoreAndTheFirstAfterTheLast() {
    assertThat(partners(SimulatedRuns.machine(4, 2).topology())).containsExactly(1, 2, 3, 0);
    assertThat(partners(SimulatedRuns.machine(1, 2).topology())).containsExactly(-1);
  }

  @Test
  void theCeilingTakesWhatMayBeUsed() {
    assertThat(partners(usable(12, 0, 5, 9, 3))).containsExactly(5, 3, 3, 0);
    assertThat(partners(usable(12, 0, 4))).containsExactly(-1, 0, 0, 0);
  }

  /** Where caches are known they decide, and the package does where they are not. */
  @Test
  void theCeilingSharesTheLastLevelCache() {
    Topology caches =
        new Topology(
            IntStream.range(0, 5)
                .mapToObj(id -> new LogicalCpu(id, id, 0, 0, 0, true, id == 4 ? null : id % 2))
                .toList());

    assertThat(partners(caches)).containsExactly(2, 3, 0, 1, -1);
    assertThat(partners(of(cpu(0, 0, 0), cpu(1, 1, 0), cpu(2, 0, 1)))).containsExactly(1, 0, -1);
  }

  @Test
  void theCeilingIsOfTheSameKindAndNode() {
    Topology t =
        of(
            new LogicalCpu(0, 0, 0, 0, 1, true, 0),
            new LogicalCpu(1, 1, 0, 0, 0, true, 0),
            new LogicalCpu(2, 2, 0, 1, 1, true, 0),
            new LogicalCpu(3, 3, 0, 0, 1, true, 0));

    assertThat(partners(t)).containsExactly(3, -1, -1, 0);
    assertThat(t.efficiencyClasses()).isEqualTo(2);
  }

  @Test
  void theCeilingOfAHalfIsThatOfTheWhole() {
    Topology t = SimulatedRuns.machine(4, 2).topology();
    List<LogicalCpu> core = t.cores().get(1);

    assertThat(t.ceilingPartner(core.subList(1, 2))).isEqualTo(t.ceilingPartner(core));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> t.ceilingPartner(List.of(cpu(9, 9, 9))))
        .withMessageContaining("is no core of this machine");
  }

  @Test
  void measuredCoresReplaceDeclaredOnes() {
    Topology declared = Topologies.of(4, 1);
    Topology measured =
        declared.withCores(List.of(0, 1, 2, 3), List.of(List.of(0, 2), List.of(1, 3)));

    assertThat(measured.cores())
        .extracting(core -> core.stream().map(LogicalCpu::id).toList())
        .containsExactly(List.of(0, 2), List.of(1, 3));
    assertThat(measured.summary()).isEqualTo("2 cores × 2 threads");
    assertThat(measured.withCores(List.of(0, 1, 2, 3), List.of()).summary())
        .isEqualTo("4 cores, no SMT siblings");
  }

  @Test
  void logicalCpusThatWereNotMeasuredKeepTheirCore() {
    Topology declared = Topologies.of(2, 2);
    List<Integer> first = declared.cores().getFirst().stream().map(LogicalCpu::id).toList();

    assertThat(declared.withCores(first, List.of()).cores()).hasSize(3);
  }
}
