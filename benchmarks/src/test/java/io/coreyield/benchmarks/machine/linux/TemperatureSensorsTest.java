package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.CoreTemperature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sensors of processors. */
class TemperatureSensorsTest {

  @TempDir private Path root;

  private Optional<CoreTemperature> read() {
    return new TemperatureSensors(root).nearestToLimit();
  }

  @Test
  void theSensorThatIsNearestToItsLimit() throws IOException {
    new KernelTree(root)
        .file("hwmon0/name", "nvme")
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

    assertThat(read()).contains(new CoreTemperature(95, 100.0));
  }

  @Test
  void intelsMaximumWhereNothingIsCritical() throws IOException {
    new KernelTree(root)
        .file("hwmon1/name", "coretemp")
        .file("hwmon1/temp1_input", "61000")
        .file("hwmon1/temp1_max", "86000");

    assertThat(read()).contains(new CoreTemperature(61, 86.0));
  }

  /** {@code k10temp} of older kernels wrote 70 °C there for every processor. */
  @Test
  void amdsPlaceholderIsNoLimit() throws IOException {
    new KernelTree(root)
        .file("hwmon2/name", "k10temp")
        .file("hwmon2/temp1_input", "68250")
        .file("hwmon2/temp1_max", "70000")
        .file("hwmon2/temp3_input", "71500");

    assertThat(read()).contains(new CoreTemperature(71.5, null));
  }

  @Test
  void nonsenseIsNotRead() throws IOException {
    new KernelTree(root)
        .file("hwmon0/name", "coretemp")
        .file("hwmon0/temp1_input", "-128000")
        .file("hwmon0/temp2_input", "255000")
        .file("hwmon0/temp3_input", "")
        .file("hwmon0/temp4_input", "50000")
        .file("hwmon0/temp4_crit", "0");

    assertThat(read()).contains(new CoreTemperature(50, null));
    assertThat(new TemperatureSensors(root.resolve("none")).nearestToLimit()).isEmpty();
  }
}
