package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.Heat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sensors of processors. */
class HeatFilesTest {

  @TempDir private Path root;
  private KernelTree tree = new KernelTree(Path.of("."));

  @BeforeEach
  void makeTree() {
    tree = new KernelTree(root);
  }

  private Optional<Heat> read() {
    return new HeatFiles(root).nearestToItsLimit();
  }

  @Test
  void theSensorThatIsNearestToItsLimit() throws IOException {
    tree.file("hwmon0/name", "nvme")
        .file("hwmon0/temp1_input", "84850")
        .file("hwmon0/temp1_crit", "84850")
        .file("hwmon1/name", "coretemp")
        .file("hwmon1/temp1_input", "96000")
        .file("hwmon1/temp1_crit", "110000")
        .file("hwmon1/temp2_input", "95000")
        .file("hwmon1/temp2_max", "80000")
        .file("hwmon1/temp2_crit", "100000")
        .file("hwmon1/temp3_input", "54000")
        .file("hwmon1/temp3_crit", "100000");

    assertThat(read()).contains(new Heat(95, 100.0));
  }

  @Test
  void intelsMaximumWhereNothingIsCritical() throws IOException {
    tree.file("hwmon1/name", "coretemp")
        .file("hwmon1/temp1_input", "61000")
        .file("hwmon1/temp1_max", "86000");

    assertThat(read()).contains(new Heat(61, 86.0));
  }

  /** {@code k10temp} of older kernels wrote 70 °C there for every processor. */
  @Test
  void amdsPlaceholderIsNoLimit() throws IOException {
    tree.file("hwmon2/name", "k10temp")
        .file("hwmon2/temp1_input", "68250")
        .file("hwmon2/temp1_max", "70000")
        .file("hwmon2/temp3_input", "71500");

    assertThat(read()).contains(new Heat(71.5, null));
  }

  @Test
  void nonsenseIsNotRead() throws IOException {
    tree.file("hwmon0/name", "coretemp")
        .file("hwmon0/temp1_input", "-128000")
        .file("hwmon0/temp2_input", "255000")
        .file("hwmon0/temp3_input", "")
        .file("hwmon0/temp4_input", "50000")
        .file("hwmon0/temp4_crit", "0");

    assertThat(read()).contains(new Heat(50, null));
    assertThat(new HeatFiles(root.resolve("none")).nearestToItsLimit()).isEmpty();
  }

  @Test
  void theCountersOfTheUsableCpus() throws IOException {
    for (int cpu = 0; cpu < 3; cpu++) {
      tree.file("cpu" + cpu + "/thermal_throttle/core_throttle_count", "" + (cpu + 1))
          .file("cpu" + cpu + "/thermal_throttle/package_throttle_count", "10");
    }
    BitSet usable = new BitSet();
    usable.set(1, 3);

    assertThat(new CpuFiles(root).heatStops(usable)).contains(2L + 3 + 10 + 10);
    assertThat(new CpuFiles(root.resolve("none")).heatStops(usable)).isEmpty();
  }

  @Test
  void boostByEveryDriver() throws IOException {
    assertThat(new CpuFiles(root).boost(0)).isEmpty();
    tree.file("cpu0/cpufreq/boost", "0");
    assertThat(new CpuFiles(root).boost(0)).contains(false);
    tree.file("intel_pstate/no_turbo", "0");
    assertThat(new CpuFiles(root).boost(0)).contains(true);
    tree.file("intel_pstate/no_turbo", "1");
    assertThat(new CpuFiles(root).boost(0)).contains(false);
    tree.file("cpufreq/boost", "1");
    assertThat(new CpuFiles(root).boost(0)).contains(true);
  }

  @Test
  void pressure() throws IOException {
    tree.file("cpu", "some avg10=12.50 avg60=3.07 avg300=0.90 total=3992631315\nfull avg10=0.00");
    assertThat(PressureFile.read(root.resolve("cpu")).orElseThrow())
        .satisfies(read -> assertThat(read.avg10Percent()).isEqualTo(12.5))
        .satisfies(read -> assertThat(read.avg60Percent()).isEqualTo(3.07));
    tree.file("other", "some");
    assertThat(PressureFile.read(root.resolve("other"))).isEmpty();
    assertThat(PressureFile.read(root.resolve("none"))).isEmpty();
  }
}
