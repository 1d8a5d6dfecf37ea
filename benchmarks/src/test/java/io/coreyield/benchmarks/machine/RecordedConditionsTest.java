package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CoreTemperature;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.benchmarks.machine.RecordedMachine.Ended;
import io.coreyield.benchmarks.machine.RecordedMachine.Reading;
import io.coreyield.benchmarks.machine.libc.LibC;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of machines of every kind, read from the files of their kernels, and its findings. */
class RecordedConditionsTest {

  @BeforeAll
  static void filesAreThoseOfLinux() {
    assumeTrue(LibC.LINUX, "recorded machines are Linux machines");
  }

  private static RecordedMachine governors(RecordedMachine machine, List<String> governors) {
    for (int cpu = 0; cpu < governors.size(); cpu++) {
      machine.file("system/cpu/cpu%d/cpufreq/scaling_governor".formatted(cpu), governors.get(cpu));
    }
    return machine;
  }

  private static RecordedMachine laptop(String charger, String status) {
    RecordedMachine machine = RecordedMachine.siblingsLast();
    for (int cpu = 0; cpu < 8; cpu++) {
      String at = "system/cpu/cpu%d/".formatted(cpu);
      machine
          .file(at + "cpufreq/scaling_governor", "powersave")
          .file(at + "cpufreq/scaling_driver", "intel_pstate")
          .file(at + "cpufreq/energy_performance_preference", "balance_performance")
          .file(at + "thermal_throttle/core_throttle_count", "11")
          .file(at + "thermal_throttle/package_throttle_count", "20");
    }
    return machine
        .file("system/cpu/intel_pstate/no_turbo", "0")
        .fileAt("sys/class/power_supply/AC/type", "Mains")
        .fileAt("sys/class/power_supply/AC/online", charger)
        .fileAt("sys/class/power_supply/BAT0/type", "Battery")
        .fileAt("sys/class/power_supply/BAT0/status", status)
        .fileAt("sys/class/hwmon/hwmon3/name", "coretemp")
        .fileAt("sys/class/hwmon/hwmon3/temp1_input", "51000")
        .fileAt("sys/class/hwmon/hwmon3/temp1_crit", "100000")
        .fileAt("proc/cpuinfo", "processor\t: 0\nmodel name\t: Recorded CPU\nmicrocode\t: 0xf4")
        .fileAt("proc/pressure/cpu", "some avg10=1.50 avg60=0.25 avg300=0.00 total=1");
  }

  private static List<String> codes(Reading reading) {
    // The load average is that of the machine that runs this test.
    return FitnessCheck.check(reading.machine(), reading.environment()).stream()
        .map(Warning::code)
        .filter(code -> !code.equals("load-high"))
        .toList();
  }

  @Test
  void aLaptopOnItsCharger() throws Exception {
    Reading reading = laptop("1", "Full").read(cpu -> true);
    Conditions conditions = reading.environment().conditions();

    assertThat(conditions.governors()).containsExactly(new CpuSetting("0-7", "powersave"));
    assertThat(conditions.energyPreferences())
        .containsExactly(new CpuSetting("0-7", "balance_performance"));
    assertThat(conditions.frequencyDriver()).isEqualTo("intel_pstate");
    assertThat(conditions.boost()).isTrue();
    assertThat(conditions.onBattery()).isFalse();
    assertThat(conditions.coreTemperature()).isEqualTo(new CoreTemperature(51, 100.0));
    assertThat(conditions.thermalThrottleCount()).isEqualTo(8 * (11 + 20));
    assertThat(conditions.pressure()).isEqualTo(new CpuPressure(1.5, 0.25));
    assertThat(conditions.microcode()).isEqualTo("0xf4");
    assertThat(reading.environment().governor()).isEqualTo("powersave");
    assertThat(codes(reading)).containsExactly("governor", "boost-on");
  }

  @Test
  void theSameOnItsBattery() throws Exception {
    assertThat(codes(laptop("0", "Discharging").read(cpu -> true)))
        .containsExactly("unfit-battery", "governor", "boost-on");
  }

  @Test
  void aServerWithBoostOffAndAHotCore() throws Exception {
    RecordedMachine machine =
        governors(RecordedMachine.siblingsAdjacent(), List.of("performance", "performance"))
            .file("system/cpu/cpufreq/boost", "0")
            .fileAt("sys/class/hwmon/hwmon0/name", "k10temp")
            .fileAt("sys/class/hwmon/hwmon0/temp1_input", "93000")
            .fileAt("sys/class/hwmon/hwmon0/temp1_crit", "95000");
    Reading reading = machine.read(cpu -> true);

    assertThat(reading.environment().conditions().boost()).isFalse();
    assertThat(codes(reading)).containsExactly("unfit-hot");
  }

  @Test
  void governorsOfTheUsableCpusCount() throws Exception {
    RecordedMachine machine =
        governors(
            RecordedMachine.siblingsAdjacent(),
            List.of("performance", "powersave", "performance", "performance"));

    Reading all = machine.read(cpu -> true);
    assertThat(all.environment().conditions().governors())
        .containsExactly(new CpuSetting("0,2-3", "performance"), new CpuSetting("1", "powersave"));
    assertThat(codes(all)).containsExactly("governors-mixed");
    assertThat(codes(machine.read(cpu -> cpu != 1))).containsExactly("affinity");
  }

  @Test
  void quotasOfBothVersions() throws Exception {
    RecordedMachine second =
        RecordedMachine.siblingsLast()
            .fileAt("proc/self/cgroup", "0::/app.slice/box")
            .fileAt("sys/fs/cgroup/app.slice/cpu.max", "150000 100000")
            .fileAt("sys/fs/cgroup/app.slice/cpu.stat", "nr_throttled 4\nthrottled_usec 1234");
    RecordedMachine first =
        RecordedMachine.siblingsLast()
            .fileAt("proc/self/cgroup", "3:cpu,cpuacct:/docker/abc\n0::/")
            .fileAt("sys/fs/cgroup/cpu/docker/abc/cpu.cfs_quota_us", "50000")
            .fileAt("sys/fs/cgroup/cpu/docker/abc/cpu.cfs_period_us", "100000");

    hasQuota(second, 1.5);
    hasQuota(first, 0.5);
  }

  private static void hasQuota(RecordedMachine machine, double cpus) throws Exception {
    Reading reading = machine.read(cpu -> true);
    assertThat(reading.machine().quota()).isEqualTo(new CpuQuota(cpus, 100_000));
    assertThat(codes(reading)).containsExactly("quota");
  }

  /** Their counters stand still, so whatever they used was before. */
  @Test
  void otherJvmsAreCounted() throws Exception {
    String rest = " S 1 1 1 0 -1 4194304 105 0 0 0 1000 30 0 0 20 0 1 0 1175682 2998272 421";
    Reading reading =
        RecordedMachine.siblingsLast()
            .fileAt("proc/4000001/stat", "4000001 (java)" + rest)
            .fileAt("proc/4000002/stat", "4000002 (java)" + rest)
            .fileAt("proc/4000003/stat", "4000003 (bash)" + rest)
            .read(cpu -> true);

    assertThat(reading.environment().conditions().backgroundLoad())
        .satisfies(seen -> assertThat(seen.otherJvms()).isEqualTo(2))
        .satisfies(seen -> assertThat(seen.busyJvms()).isEmpty())
        .satisfies(seen -> assertThat(seen.busiest()).isNull())
        .satisfies(seen -> assertThat(seen.backgroundCpus()).isZero());
    assertThat(codes(reading)).isEmpty();
  }

  @Test
  void theKernelThatTellsNothing() throws Exception {
    Reading reading = RecordedMachine.siblingsAdjacent().read(cpu -> true);
    Conditions conditions = reading.environment().conditions();

    assertThat(conditions.backgroundLoad()).isNotNull();
    assertThat(conditions)
        .isEqualTo(Copies.with(Conditions.UNKNOWN, "backgroundLoad", conditions.backgroundLoad()));
    assertThat(codes(reading)).isEmpty();
  }

  @Test
  void strictRefusesBeforeAnythingIsWritten(@TempDir Path directory) throws Exception {
    Path run = directory.resolve("run");
    Ended ended =
        laptop("0", "Discharging")
            .command("run", "--strict", "--rounds", "1", "--no-report", "--out", run.toString());

    assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err().strip())
        .hasLineCount(1)
        .startsWith("--strict: nothing was measured because this machine is not fit: ")
        .contains("runs on battery", "(plug in the charger)");
    assertThat(ended.out()).isEmpty();
    assertThat(Files.exists(run)).isFalse();
  }

  @Test
  void machineNamesHypervisorAndContainer() throws Exception {
    Ended inside =
        RecordedMachine.siblingsLast()
            .fileAt("proc/cpuinfo", "flags\t\t: fpu hypervisor")
            .fileAt("sys/class/dmi/id/sys_vendor", "QEMU")
            .fileAt(".dockerenv", "")
            .command("machine");
    Ended bare =
        RecordedMachine.siblingsLast().fileAt("proc/cpuinfo", "flags\t\t: fpu").command("machine");

    assertThat(inside.out().lines())
        .as(inside.err())
        .contains("  hypervisor: QEMU", "  container: Docker")
        .anyMatch(line -> line.startsWith("note  virtual-machine: runs under QEMU: "));
    assertThat(bare.out().lines())
        .as(bare.err())
        .contains("  hypervisor: none seen", "  container: none seen")
        .noneMatch(line -> line.contains("virtual-machine"));
  }

  @Test
  void machineTellsAndRefusesOnlyWhereItMust() throws Exception {
    Ended told = laptop("0", "Discharging").command("machine");
    Ended refused = laptop("0", "Discharging").command("machine", "--strict");

    assertThat(told.exit()).as(told.err()).isZero();
    assertThat(refused.exit()).as(refused.err()).isEqualTo(1);
    assertThat(told.out().lines())
        .contains(
            "  boost: on", "  power: battery", "  temperature: 51 C, critical at 100 C: 49 C below")
        .anyMatch(line -> line.matches("  governor: powersave \\(.*\\), by intel_pstate"))
        .anyMatch(line -> line.startsWith("unfit battery: runs on battery: "))
        .last()
        .asString()
        .startsWith("not fit: battery");
  }
}
