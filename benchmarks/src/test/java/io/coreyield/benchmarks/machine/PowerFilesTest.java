package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What feeds machines of every kind. */
class PowerFilesTest {

  @TempDir private Path root;

  private PowerFilesTest supply(String name, String type, String file, String value)
      throws IOException {
    new KernelTree(root).file(name + "/type", type).file(name + "/" + file, value);
    return this;
  }

  private void assertOnBattery(boolean expected) {
    assertThat(new PowerFiles(root).onBattery()).contains(expected);
  }

  @Test
  void aLaptopWithItsChargerOut() throws IOException {
    supply("AC", "Mains", "online", "0").supply("BAT0", "Battery", "status", "Discharging");
    assertOnBattery(true);
  }

  @Test
  void aLaptopWithItsChargerIn() throws IOException {
    supply("AC", "Mains", "online", "1").supply("BAT0", "Battery", "status", "Not charging");
    assertOnBattery(false);
  }

  @Test
  void oneOfSeveralPortsIsEnough() throws IOException {
    supply("ucsi-source-psy-1", "USB", "online", "0")
        .supply("ucsi-source-psy-2", "USB", "online", "2")
        .supply("BAT0", "Battery", "status", "Discharging");
    assertOnBattery(false);
  }

  @Test
  void aBatteryAlone() throws IOException {
    supply("battery", "Battery", "status", "Discharging");
    assertOnBattery(true);
  }

  @Test
  void theBatteryOfAMouseFeedsNoDesktop() throws IOException {
    supply("hidpp_battery_0", "Battery", "status", "Discharging")
        .supply("hidpp_battery_0", "Battery", "scope", "Device");
    assertThat(new PowerFiles(root).onBattery()).isEmpty();
  }

  @Test
  void nothingShown() {
    assertThat(new PowerFiles(root).onBattery()).isEmpty();
    assertThat(new PowerFiles(root.resolve("none")).onBattery()).isEmpty();
  }
}
