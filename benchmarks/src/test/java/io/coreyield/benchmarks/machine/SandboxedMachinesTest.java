package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.benchmarks.machine.RecordedMachine.Cpu;
import io.coreyield.benchmarks.machine.libc.LibC;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Containers and sandboxes that show other CPUs than the process may use, or nothing of them. */
class SandboxedMachinesTest {

  @BeforeAll
  static void filesAreThoseOfLinux() {
    assumeTrue(LibC.LINUX, "recorded machines are Linux machines");
  }

  private static void assertCores(Topology topology, String expected) {
    assertThat(
            topology.cores().stream()
                .map(core ->
                    core.stream().map(cpu -> "" + cpu.id()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | ")))
        .isEqualTo(expected);
  }

  /** A container's /sys says that another CPU is online than the process may use. */
  @Test
  void anOnlineListThatTheMaskContradicts() throws Exception {
    Topology t =
        new RecordedMachine()
            .cpus(0, 8, id -> new Cpu(id, 0, 0, "" + id, "0-7"))
            .offline("8")
            .file("system/cpu/online", "5")
            .read(cpu -> cpu < 2)
            .topology();

    assertThat(t.summary()).isEqualTo("8 cores, no SMT siblings");
    assertThat(t.usable().cpus()).extracting(LogicalCpu::id).containsExactly(0, 1);
    assertThat(t.offline()).containsExactly(8);
  }

  @Test
  void sysShowsOnlyCpusThatTheProcessMayNotUse() throws Exception {
    Topology t =
        new RecordedMachine()
            .cpus(5, 6, id -> new Cpu(id, 0, 0, "" + id, null))
            .readUnder("0-1")
            .topology();

    assertCores(t, "0 | 1 | 5");
    assertThat(t.usable().cpus()).extracting(LogicalCpu::id).containsExactly(0, 1);
  }

  /** Silence declares no siblings, though OSHI reads core 0 for each. */
  @Test
  void nothingTold() throws Exception {
    Topology t =
        new RecordedMachine().cpus(0, 3, _ -> RecordedMachine.UNTOLD).read(cpu -> true).topology();

    assertCores(t, "0 | 1 | 2");
    assertThat(t.cpus()).extracting(LogicalCpu::llc).containsOnlyNulls();
  }

  /** OSHI shows one logical CPU where it can read nothing. */
  @Test
  void theMaskKnowsMoreThanOshi() throws Exception {
    Topology t =
        new RecordedMachine()
            .cpus(0, 1, _ -> RecordedMachine.UNTOLD)
            .file("system/cpu/online", "")
            .readUnder("0,2-3")
            .topology();

    assertCores(t, "0 | 2 | 3");
    assertThat(t.cpus()).allMatch(LogicalCpu::usable);
  }
}
