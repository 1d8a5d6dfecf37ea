package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The power supplies of machines of every kind. */
class PowerFilesTest {

  @TempDir private Path root;

  /** Files and their content, separated by blanks. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "charger out, AC/type Mains AC/online 0 BAT0/type Battery BAT0/status Discharging, true",
    "charger in, AC/type Mains AC/online 1 BAT0/type Battery BAT0/status Full, false",
    "one port of two, a/type USB a/online 0 b/type USB b/online 2 BAT0/type Battery BAT0/status"
        + " Discharging, false",
    "a battery alone, battery/type Battery battery/status Discharging, true",
    "a mouse's battery, m/type Battery m/status Discharging m/scope Device,",
    "nothing, AC/online 0,"
  })
  void onBattery(String name, String files, @Nullable Boolean expected) throws IOException {
    new KernelTree(root).files(files);
    assertThat(new PowerFiles(root).onBattery().orElse(null)).isEqualTo(expected);
    assertThat(new PowerFiles(root.resolve("none")).onBattery()).isEmpty();
  }
}
