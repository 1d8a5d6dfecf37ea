package io.coreyield.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.benchmarks.ScriptSandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run.sh} as a real process on a machine of our making. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "run.sh is for POSIX systems")
class RunScriptTest {

  private final ScriptSandbox sandbox;
  private final Path jdk;

  RunScriptTest(@TempDir Path directory) throws IOException {
    sandbox = new ScriptSandbox(directory.toRealPath());
    jdk = sandbox.jdk("usr/lib/jvm/jdk", "25");
  }

  private String mavenCall(String options, String arguments) {
    return "%s|%s|%s--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED|-B %s"
        .formatted(sandbox.tree(), jdk, options, arguments);
  }

  @Test
  void needsMavenOnlyToBuild() throws Exception {

    Outcome outcome = sandbox.run();
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .containsExactly(
            "run.sh: needs Maven to build CoreYield and found no 'mvn' on the PATH: install it (Debian: apt-get install maven, macOS: brew install maven, or https://maven.apache.org)");

    assertThat(sandbox.maven().run().exitCode()).isZero();
    Files.delete(sandbox.root().resolve("bin/mvn"));
    assertThat(sandbox.run().exitCode()).isZero();
  }

  @Test
  void buildsOnceAndQuietly() throws Exception {
    Outcome first = sandbox.maven().with("MAVEN_OPTS", "-Xmx1g").run("a");
    Outcome second = sandbox.run("b");

    assertThat(first.err()).containsExactly("Building CoreYield (once)…");
    assertThat(second.err()).isEmpty();
    assertThat(second.exitCode()).isZero();
    assertThat(sandbox.mavenCalls())
        .containsExactly(
            mavenCall(
                "-Xmx1g ", "-ntp package -pl benchmarks -am -DskipTests -Dspotless.check.skip"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml", "analysis/pom.xml", "benchmarks/pom.xml",
        ".mvn/jvm.config", "analysis/src/main/java/A.java", "benchmarks/src/main/java/New.java"
      })
  void buildsAgainWhenASourceIsNewer(String source) throws Exception {
    builtTree();
    Files.writeString(sandbox.tree().resolve(source), "changed");

    assertThat(sandbox.run().err()).containsExactly("Building CoreYield (once)…");
    assertThat(sandbox.mavenCalls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analysis/src/main/java/A.java",
        "analysis/target/analysis.jar",
        "benchmarks/target/benchmarks.jar"
      })
  void buildsAgainWhenASourceOrAJarIsGone(String file) throws Exception {
    builtTree();
    Files.delete(sandbox.tree().resolve(file));

    sandbox.run();
    assertThat(sandbox.mavenCalls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "analysis/src/test/java/ATest.java", "docs/FORMAT.md"})
  void otherFilesDoNotBuild(String file) throws Exception {
    builtTree();
    Path changed = sandbox.tree().resolve(file);
    Files.createDirectories(changed.getParent());
    Files.writeString(changed, "changed");

    sandbox.run();
    assertThat(sandbox.mavenCalls()).hasSize(1);
  }

  @Test
  void whatIsEditedDuringABuildIsBuiltTheNextTime() throws Exception {
    sandbox.maven(
        """
        mkdir -p analysis/target benchmarks/target
        sleep 0.1
        echo edited >analysis/src/main/java/A.java
        sleep 0.1
        touch analysis/target/analysis.jar benchmarks/target/benchmarks.jar
        """);
    sandbox.run();
    sandbox.maven().run();

    assertThat(sandbox.mavenCalls()).hasSize(2);
  }

  /** A tree whose sources and jars are an hour old. */
  private void builtTree() throws Exception {
    assertThat(sandbox.maven().run().exitCode()).isZero();
    sandbox.makeOld();
    sandbox.run();
    assertThat(sandbox.mavenCalls()).as("an old tree is not built again").hasSize(1);
  }

  @Test
  void aFailedBuildShowsWhyAndLeavesNothing() throws Exception {
    Path temporary = Files.createDirectory(sandbox.root().resolve("temporary files"));
    sandbox.with("TMPDIR", temporary.toString());
    Outcome outcome = sandbox.maven("echo 'A.java:3: missing ;'\nexit 1\n").run();

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .containsExactly(
            "Building CoreYield (once)…",
            "A.java:3: missing ;",
            "run.sh: the build failed, for the reason above");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void passesArgumentsAndExitCodeUntouched() throws Exception {
    String[] arguments = {"run", "", "a b", "*", "$HOME", "'\"\\", "-p", "n=1,2", "--", "test"};
    Outcome outcome = sandbox.maven().with("FAKE_EXIT", "130").run(arguments);

    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(outcome.out().subList(0, 6))
        .containsExactly(
            jdk.toString(),
            sandbox.root().toString(),
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            sandbox.tree().resolve("benchmarks/target/benchmarks.jar").toString());
    assertThat(outcome.out().subList(6, outcome.out().size())).containsExactly(arguments);
  }

  @Test
  void runsFromAnyDirectoryAndStaysThere() throws Exception {
    builtTree();
    Path elsewhere = Files.createDirectories(sandbox.root().resolve("else where"));
    sandbox.with("CDPATH", sandbox.root().toString());

    assertThat(sandbox.run(elsewhere, Path.of("../the tree/run.sh")).out().get(1))
        .isEqualTo(elsewhere.toString());
    assertThat(sandbox.run(sandbox.tree(), Path.of("./run.sh")).out())
        .contains(sandbox.tree().toString())
        .contains(sandbox.tree() + "/benchmarks/target/benchmarks.jar");
  }

  @Test
  void runsThroughSymbolicLinks() throws Exception {
    builtTree();
    Path links = Files.createDirectories(sandbox.root().resolve("my links"));
    Path relative = Files.createSymbolicLink(links.resolve("one"), Path.of("../the tree/run.sh"));
    Path chain = Files.createSymbolicLink(sandbox.root().resolve("two"), relative);
    Path directory = Files.createSymbolicLink(links.resolve("three"), sandbox.tree());

    for (Path program : new Path[] {relative, chain, directory.resolve("run.sh")}) {
      Outcome outcome = sandbox.run(links, program, "x");
      assertThat(outcome.exitCode()).as("%s: %s", program, outcome.err()).isZero();
      assertThat(outcome.out())
          .contains(links.toString(), sandbox.tree() + "/benchmarks/target/benchmarks.jar");
    }
  }

  @Test
  void testRunsEveryCheck() throws Exception {
    Outcome outcome = sandbox.maven("exit 7\n").run("test", "-Dtest=A B");

    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(sandbox.mavenCalls()).containsExactly(mavenCall("", "verify -Pdist -Dtest=A B"));
  }

  @Test
  void offlineNothingIsListedForADistribution() throws Exception {
    sandbox.maven().run("test", "-o");
    assertThat(sandbox.mavenCalls()).containsExactly(mavenCall("", "verify -o"));
  }

  @Test
  void distBuildsWhatADistributionHoldsAndMakesIt() throws Exception {
    ScriptSandbox.executable(
        sandbox.tree().resolve("dist/make"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 3\n");
    Outcome outcome = sandbox.maven().run("dist");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out()).containsExactly(jdk.toString());
    assertThat(sandbox.mavenCalls())
        .containsExactly(
            mavenCall(
                "", "-ntp package -pl benchmarks -am -DskipTests -Dspotless.check.skip -Pdist"));
  }
}
