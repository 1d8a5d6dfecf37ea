package io.coreyield.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dist/check-staging.py} lets out: a release is for ever. */
class StagingCheckTest {

  @TempDir private Path staging;
  private int exit;

  @BeforeEach
  void needsPython() {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "python3"))),
        "python3 is not on the PATH: install it to check what is published");
  }

  private String check() throws Exception {
    Process process =
        new ProcessBuilder("python3", "../dist/check-staging.py", staging.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    exit = process.waitFor();
    return said;
  }

  @Test
  void nothingStagedIsAnError() throws Exception {
    assertThat(check()).hasLineCount(1).contains("no POM in");
    assertThat(exit).isEqualTo(2);
  }

  @Test
  void namesWhatIsMissing() throws Exception {
    Path module = Files.createDirectories(staging.resolve("io/coreyield/benchmarks/0.1.0"));
    Files.writeString(
        module.resolve("benchmarks-0.1.0.pom"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <artifactId>benchmarks</artifactId><version>0.1.0</version>
          <name>CoreYield</name><url>https://example.org/OWNER/coreyield</url>
        </project>
        """);
    Files.writeString(module.resolve("benchmarks-0.1.0.pom.sha1"), "0123456789");

    String pom = "io/coreyield/benchmarks/0.1.0/benchmarks-0.1.0.pom ";
    assertThat(check().lines())
        .contains(
            pom + "has no description",
            pom + "has no licenses/license/name",
            pom + "has no real url: https://example.org/OWNER/coreyield",
            pom + "has no signature",
            pom + "has no .md5",
            pom + "has the .sha1 of another file",
            "io/coreyield/benchmarks/0.1.0/benchmarks-0.1.0-sources.jar is missing",
            "io/coreyield/benchmarks/0.1.0/benchmarks-0.1.0-javadoc.jar is missing")
        .doesNotContain(pom + "has no name");
    assertThat(exit).isEqualTo(1);
  }
}
