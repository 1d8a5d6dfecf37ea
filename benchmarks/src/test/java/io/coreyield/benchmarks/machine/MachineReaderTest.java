package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.linux.CpuList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** This machine as OSHI reads it, against what its kernel says of it. */
class MachineReaderTest {
  private static final Path CPUS = Path.of("/sys/devices/system/cpu");

  private static Oshi oshi;
  private static Machine machine;

  @BeforeAll
  static void read() {
    oshi = Oshi.open();
    machine = MachineReader.read(oshi);
  }

  private static String sys(String file) throws IOException {
    return Files.readString(CPUS.resolve(file)).strip();
  }

  @Test
  void theTopologyIsWhatTheKernelDeclares() throws IOException {
    assumeTrue(Files.isDirectory(CPUS.resolve("cpu0/topology")), "no topology in /sys");
    Set<Integer> online =
        CpuList.parse(sys("online")).orElseThrow().stream().boxed().collect(Collectors.toSet());

    assertThat(machine.topology().cpus())
        .extracting(LogicalCpu::id)
        .containsExactlyElementsOf(new TreeSet<>(online));
    for (List<LogicalCpu> core : machine.topology().cores()) {
      for (LogicalCpu cpu : core) {
        String topology = "cpu%d/topology/".formatted(cpu.id());
        BitSet siblings = CpuList.parse(sys(topology + "thread_siblings_list")).orElseThrow();
        assertThat(core.stream().map(LogicalCpu::id))
            .as("siblings of CPU %d", cpu.id())
            .containsExactlyElementsOf(siblings.stream().boxed().toList());
        assertThat(cpu.pkg())
            .isEqualTo(Math.max(0, Integer.parseInt(sys(topology + "physical_package_id"))));
      }
    }
  }

  @Test
  void usableIsWhatTheAffinityMaskAllows() {
    BitSet allowed = ThreadAffinity.allowed().orElse(null);
    assumeTrue(allowed != null, "this platform does not tell affinity");

    for (LogicalCpu cpu : machine.topology().cpus()) {
      assertThat(cpu.usable()).isEqualTo(allowed.get(cpu.id()));
    }
  }

  @Test
  void aMaskLeavesTheOthersUnusable() {
    int last = machine.topology().cpus().getLast().id();
    BitSet only = new BitSet();
    only.set(last);

    assertThat(MachineReader.topology(oshi.processor(), Optional.of(only)).usable().cpus())
        .extracting(LogicalCpu::id)
        .containsExactly(last);
  }

  @Test
  void theMemoryIsWhatTheKernelDeclares() throws IOException {
    Path meminfo = Path.of("/proc/meminfo");
    assumeTrue(Files.exists(meminfo), "no /proc/meminfo");
    try (Stream<String> lines = Files.lines(meminfo)) {
      String total = lines.filter(line -> line.startsWith("MemTotal:")).findFirst().orElseThrow();
      long kib = Long.parseLong(total.replaceAll("\\D", ""));

      assertThat(machine.memoryBytes()).isEqualTo(kib * 1024);
    }
  }

  @Test
  void namesAreOneLineAndCachesAreInOrder() {
    assertThat(machine.cpu()).isNotBlank().doesNotContain("\n").doesNotContain("  ");
    assertThat(machine.vendor()).isNotBlank();
    assertThat(machine.caches()).extracting(cache -> cache.level()).isSorted();
    assertThat(machine.caches()).doesNotHaveDuplicates();
  }

  @Test
  void theEnvironmentIsThisProcesss() {
    Environment environment =
        EnvironmentReader.read(oshi, List.of("-Xmx1g"), BackgroundLoadProbe.begin(oshi));

    assertThat(environment.jvm().arguments()).containsExactly("-Xmx1g");
    assertThat(Path.of(environment.jvm().javaPath())).isExecutable();
    assertThat(environment.jvm().javaVersion()).isEqualTo(System.getProperty("java.version"));
    assertThat(environment.limits().availableProcessors())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(environment.limits().affinity())
        .isEqualTo(ThreadAffinity.allowed().map(CpuList::format).orElse(null));
  }
}
