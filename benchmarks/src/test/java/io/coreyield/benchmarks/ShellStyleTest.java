package io.coreyield.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell scripts themselves. */
class ShellStyleTest {

  private static String check(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : "failed: " + output;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run.sh",
        ".ci/run",
        ".ci/action",
        "dist/make",
        "dist/stage",
        "dist/try-image",
        "docs/screenshots.sh",
        "fleet/slurm/submit",
        "fleet/slurm/measure",
        "fleet/slurm/test-cluster",
        "fleet/slurm/test-fleet"
      })
  void isExecutableAndParses(String script) throws Exception {
    Path file = Path.of("..", script);

    assertThat(file).isExecutable();
    assertThat(Files.readAllLines(file).getFirst()).isEqualTo("#!/usr/bin/env bash");
    assertThat(check("bash", "-n", file.toString())).isEmpty();
  }

  @Test
  void shellcheckFindsNothing() throws Exception {
    boolean isInstalled =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "shellcheck")));
    assumeTrue(isInstalled, "shellcheck is not on the PATH: install it to check the scripts");

    assertThat(
            check(
                "shellcheck",
                "../run.sh",
                "../.ci/run",
                "../.ci/action",
                "../dist/make",
                "../dist/coreyield",
                "../dist/stage",
                "../dist/try-image",
                "../docs/screenshots.sh",
                "../fleet/slurm/submit",
                "../fleet/slurm/measure",
                "../fleet/slurm/test-cluster",
                "../fleet/slurm/test-fleet"))
        .isEmpty();
  }

  /** Bash 3.2 of macOS has none of these. */
  @ParameterizedTest
  @ValueSource(strings = {"run.sh", ".ci/action", "dist/make"})
  void usesNothingNewerThanBash32(String script) throws Exception {
    assertThat(Files.readString(Path.of("..", script)))
        .doesNotContainPattern(
            "declare -A|mapfile|readarray|\\$\\{[a-z_]+(,,|\\^\\^)|&>>|\\|&|local -n|readlink -f[^`]");
  }
}
