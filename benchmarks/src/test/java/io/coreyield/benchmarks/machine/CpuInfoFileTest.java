package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The microcode that the kernel names for each logical CPU. */
class CpuInfoFileTest {

  @TempDir private Path root;

  private Path cpuinfo(String text) throws IOException {
    return Files.writeString(root.resolve("cpuinfo"), text);
  }

  @Test
  void oneRevisionOfAllCpus() throws IOException {
    String cpu = "processor\t: %d\nmodel name\t: A CPU\nmicrocode\t: 0xa601209\nflags\t: fpu\n\n";
    assertThat(CpuInfoFile.microcode(cpuinfo(cpu.formatted(0) + cpu.formatted(1))))
        .contains("0xa601209");
  }

  @Test
  void severalRevisionsAreAllTold() throws IOException {
    assertThat(
            CpuInfoFile.microcode(
                cpuinfo("microcode\t: 0xf4\n\nmicrocode\t: 0xf0\n\nmicrocode\t: 0xf4\n")))
        .contains("0xf0, 0xf4");
  }

  @Test
  void noneWhereItIsNotTold() throws IOException {
    assertThat(CpuInfoFile.microcode(cpuinfo("processor\t: 0\nBogoMIPS\t: 108\n"))).isEmpty();
    assertThat(CpuInfoFile.microcode(cpuinfo("microcode\t: \u001b[2Jx\n"))).isEmpty();
    assertThat(CpuInfoFile.microcode(root.resolve("nothing"))).isEmpty();
    Files.write(root.resolve("latin"), "model name : Ã\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(CpuInfoFile.microcode(root.resolve("latin"))).isEmpty();
  }
}
