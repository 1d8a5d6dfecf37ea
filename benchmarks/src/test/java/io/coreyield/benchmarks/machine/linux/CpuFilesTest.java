package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel says of processors; topologies are tested with recorded machines. */
class CpuFilesTest {

  @TempDir private Path root;

  @Test
  void throttleCountsOfTheUsableCpusAreAdded() throws IOException {
    for (int cpu = 0; cpu < 3; cpu++) {
      new KernelTree(root)
          .file("cpu" + cpu + "/thermal_throttle/core_throttle_count", "" + (cpu + 1))
          .file("cpu" + cpu + "/thermal_throttle/package_throttle_count", "10");
    }
    BitSet usable = new BitSet();
    usable.set(1, 3);

    assertThat(new CpuFiles(root).thermalThrottleCount(usable)).contains(2L + 3 + 10 + 10);
    assertThat(new CpuFiles(root.resolve("none")).thermalThrottleCount(usable)).isEmpty();
  }

  @Test
  void boostByEveryDriver() throws IOException {
    KernelTree tree = new KernelTree(root);
    CpuFiles files = new CpuFiles(root);
    assertThat(files.boost(0)).isEmpty();
    tree.file("cpu0/cpufreq/boost", "0");
    assertThat(files.boost(0)).contains(false);
    tree.file("intel_pstate/no_turbo", "0");
    assertThat(files.boost(0)).contains(true);
    tree.file("intel_pstate/no_turbo", "1");
    assertThat(files.boost(0)).contains(false);
    tree.file("cpufreq/boost", "1");
    assertThat(files.boost(0)).contains(true);
  }

  @ParameterizedTest
  @CsvSource({
    "'microcode\t: 0xa601209\nflags\t: fpu\n\nmicrocode\t: 0xa601209\n', 0xa601209",
    "'microcode\t: 0xf4\n\nmicrocode\t: 0xf0\n\nmicrocode\t: 0xf4\n', '0xf0, 0xf4'",
    "'processor\t: 0\nBogoMIPS\t: 108\n',",
    "'microcode\t: \u001b[2Jx\n',"
  })
  void microcodeRevisions(String cpuinfo, String revisions) throws IOException {
    Path file = Files.writeString(root.resolve("cpuinfo"), cpuinfo);

    assertThat(new CpuInfoFile(file).microcode().orElse(null)).isEqualTo(revisions);
    assertThat(new CpuInfoFile(root.resolve("none")).microcode()).isEmpty();
  }

  @Test
  void pressureHasAveragesAndATotal() throws IOException {
    new KernelTree(root)
        .file(
            "cpu", "some avg10=12.50 avg60=3.07 avg300=0.90 total=39926\nfull avg10=0.00 total=9");
    PressureFile file = new PressureFile(root.resolve("cpu"));

    assertThat(file.averages().orElseThrow())
        .satisfies(read -> assertThat(read.avg10Percent()).isEqualTo(12.5))
        .satisfies(read -> assertThat(read.avg60Percent()).isEqualTo(3.07));
    assertThat(file.totalNs()).contains(39_926_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "some",
        "some avg10=0.00 avg60=0.00",
        "some avg10=x avg60=0.00 avg300=0.00 total=",
        "some avg10=x avg60=0.00 avg300=0.00 total=-5",
        "some avg10=x avg60=0.00 avg300=0.00 total=12x",
        "some avg10=x total=99999999999999999999",
        "full avg10=0.00 avg60=0.00 avg300=0.00 total=5",
        "something total=5",
        "\u0000\u0001"
      })
  void garbledPressureIsUnknown(String content) throws IOException {
    PressureFile file = new PressureFile(Files.writeString(root.resolve("cpu"), content));

    assertThat(file.averages()).isEmpty();
    assertThat(file.totalNs()).isEmpty();
  }

  @Test
  void missingFilesAndBytesThatAreNoTextAreUnknown() throws IOException {
    PressureFile missing = new PressureFile(root.resolve("none"));
    Path bytes = root.resolve("bytes");
    Files.write(bytes, "some\u00c3 total=5x".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(missing.averages()).isEmpty();
    assertThat(missing.totalNs()).isEmpty();
    assertThat(new PressureFile(bytes).totalNs()).isEmpty();
  }
}
