package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.CoreTemperature;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sensors of processors. */
class TemperatureSensorsTest {

  @TempDir private Path root;

  /** Files and their content, separated by blanks. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the one nearest to its limit, hwmon0/name nvme hwmon0/temp1_input 84850"
        + " hwmon0/temp1_crit 84850 hwmon1/name coretemp hwmon1/temp1_input 96000"
        + " hwmon1/temp1_crit 110000 hwmon1/temp2_input 95000 hwmon1/temp2_max 80000"
        + " hwmon1/temp2_crit 100000 hwmon1/temp3_input 54000 hwmon1/temp3_crit 100000, 95, 100",
    "Intel's maximum where nothing is critical, hwmon1/name coretemp hwmon1/temp1_input 61000"
        + " hwmon1/temp1_max 86000, 61, 86",
    "'k10temp of older kernels wrote 70 °C for every processor: no limit', hwmon2/name k10temp"
        + " hwmon2/temp1_input 68250 hwmon2/temp1_max 70000 hwmon2/temp3_input 71500, 71.5,",
    "nonsense is not read, hwmon0/name coretemp hwmon0/temp1_input -128000"
        + " hwmon0/temp2_input 255000 hwmon0/temp3_input  hwmon0/temp4_input 50000"
        + " hwmon0/temp4_crit 0, 50,"
  })
  void theSensor(String name, String files, double celsius, @Nullable Double limit)
      throws IOException {
    new KernelTree(root).files(files);
    assertThat(new TemperatureSensors(root).nearestToLimit())
        .contains(new CoreTemperature(celsius, limit));
    assertThat(new TemperatureSensors(root.resolve("none")).nearestToLimit()).isEmpty();
  }
}
