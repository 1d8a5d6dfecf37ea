package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code fleet/slurm/submit} on a cluster of three nodes, of which one dies in mid-run. */
@Execution(ExecutionMode.CONCURRENT)
class SlurmFleetIT {

  private static final Path SCRIPT = Path.of("../fleet/slurm/test-fleet").toAbsolutePath();

  @TempDir Path home;

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  @Test
  void eachResultIsThereOnce() throws Exception {
    assumeTrue(
        Stream.of("slurmctld", "slurmd", "sbatch", "unshare").allMatch(SlurmFleetIT::isOnPath),
        "NOT TESTED: a fleet on Slurm. Install slurm-wlm to test it");
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "NOT TESTED: a fleet on Slurm. Only root can let a node die");
    Jar jar = Jar.copiedTo(home.resolve("jar"));
    Path machine = Path.of("../docs/machines/4c8t-mixed.json").toAbsolutePath();

    assertThat(run(jar, machine))
        .containsPattern(
            "four results, each once; one attempt was killed; \\d+ of \\d+ CPUs without multithreading\n$");
  }

  private String run(Jar jar, Path machine) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                SCRIPT.toString(), home.toString(), jar.file().toString(), machine.toString())
            .redirectErrorStream(true);
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.environment().put("TMPDIR", jar.temporary().toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
