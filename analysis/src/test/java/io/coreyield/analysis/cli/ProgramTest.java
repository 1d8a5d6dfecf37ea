package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {

  @TempDir Path scratch;

  @Test
  void namesAJavaThatCanRunIt() throws IOException {
    Path ours = Files.createDirectories(scratch.resolve("jdk 25/bin"));
    Path old = Files.createDirectories(scratch.resolve("jdk 17/bin"));
    for (Path bin : List.of(ours, old)) {
      assertThat(Files.createFile(bin.resolve("java")).toFile().setExecutable(true)).isTrue();
    }
    Path links = Files.createDirectories(scratch.resolve("links"));
    Files.createSymbolicLink(links.resolve("java"), ours.resolve("java"));
    Path home = scratch.resolve("jdk 25");
    String here = "'" + ours.resolve("java") + "'";

    assertThat(Program.java(ours + File.pathSeparator + old, home)).isEqualTo("java");
    assertThat(Program.java(links + File.pathSeparator + old, home)).isEqualTo("java");
    assertThat(Program.java(old + File.pathSeparator + ours, home)).isEqualTo(here);
    assertThat(Program.java("", home)).isEqualTo(here);
    assertThat(Program.java(old.toString(), scratch.resolve("gone"))).isEqualTo("java");
  }

  @ParameterizedTest
  @CsvSource({
    "benchmarks/target/benchmarks.jar, java -jar benchmarks/target/benchmarks.jar",
    "my jars/analysis.jar, java -jar 'my jars/analysis.jar'",
    "target/classes, coreyield"
  })
  void suggestsTheCommandThatStartedIt(String classPath, String command) {
    assertThat(Program.command("java", classPath, "coreyield")).isEqualTo(command);
  }
}
