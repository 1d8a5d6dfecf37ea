package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.wording.PlainText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

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
    "my jars/analysis.jar, java -jar 'my jars/analysis.jar'"
  })
  void suggestsTheCommandThatStartedIt(Path jar, String command) {
    assertThat(Program.command("java", jar)).isEqualTo(command);
  }

  @ParameterizedTest
  @CsvSource({"coreyield, coreyield", "/opt/my tools/bin/coreyield, '/opt/my tools/bin/coreyield'"})
  void aLauncherOnThePathStaysAName(String launcher, String absolute) {
    assertThat(Program.absolute(launcher)).isEqualTo(PlainText.shellQuoted(absolute));
  }

  @Test
  void helpNamesTheLauncher() {
    CommandLine line = new CommandLine(new Main());
    line.getCommandSpec().usageMessage().footer("", "  java -jar analysis.jar report DIR");
    CommandLine report = Objects.requireNonNull(line.getSubcommands().get("report"));
    report.getCommandSpec().usageMessage().footer(Main.NAME);
    Program.name(line, "coreyield");

    assertThat(line.getUsageMessage()).contains("Usage: coreyield ", "  coreyield report DIR");
    assertThat(report.getUsageMessage())
        .contains("Usage: coreyield report")
        .doesNotContain("java -jar");
  }
}
