package io.coreyield.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.benchmarks.ScriptSandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run.sh} as a real process on a machine of our making. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "run.sh is for POSIX systems")
class RunScriptTest {

  private static final String NO_JDK =
      "run.sh: needs a JDK 25 or newer and found none: install one (Debian: apt-get install openjdk-25-jdk, macOS: brew install openjdk, or https://adoptium.net), or set JAVA_HOME to one";

  private ScriptSandbox sandbox;

  @BeforeEach
  void sandbox(@TempDir Path directory) throws IOException {
    sandbox = new ScriptSandbox(directory.toRealPath());
  }

  /** Runs a built tree and returns the directory of the JDK that was taken. */
  private String jdkTaken() throws Exception {
    Outcome outcome = sandbox.maven().run();
    assertThat(outcome.exitCode()).as("exit code; stderr %s", outcome.err()).isZero();
    return sandbox.root().relativize(Path.of(outcome.out().getFirst())).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr/lib/jvm/jdk 25",
        "home/.sdkman/candidates/java/25.0.3-tem",
        "opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home",
        "usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home",
        "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"
      })
  void findsAJdkInEveryUsualPlace(String place) throws Exception {
    sandbox.jdk("usr/lib/jvm/java-17", "17.0.12");
    sandbox.jdk(place, "25");

    assertThat(jdkTaken()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({
    "25.0.3, 25.0.10, b",
    "25.0.10, 25.0.3, a",
    "25, 25.0.1, b",
    "26.0.1, 25.0.9, a",
    "25.0.3, 27-ea, b",
    "25.0.3, 9.0.4, a",
    "25.0.3, 1.8.0_402, a",
    "25.0.3, 24.0.2, a",
    "25.0.08, 25.0.09, b",
    "25.0.3, 25.0.3, a"
  })
  void takesTheNewest(String a, String b, String taken) throws Exception {
    sandbox.jdk("usr/lib/jvm/a", a);
    sandbox.jdk("usr/lib/jvm/b", b);

    assertThat(jdkTaken()).isEqualTo("usr/lib/jvm/" + taken);
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    sandbox.jdk("usr/lib/jvm/newer", "26");
    sandbox.with("JAVA_HOME", sandbox.jdk("my jdk", "25").toString());

    assertThat(jdkTaken()).isEqualTo("my jdk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.1", "24", ""})
  void javaHomeThatWillNotDoIsPassedOver(String version) throws Exception {
    sandbox.jdk("usr/lib/jvm/fit", "25");
    sandbox.with("JAVA_HOME", sandbox.jdk("old", version).toString());

    assertThat(jdkTaken()).isEqualTo("usr/lib/jvm/fit");
  }

  @Test
  void aRuntimeWithoutCompilerIsPassedOver() throws Exception {
    sandbox.jre("usr/lib/jvm/a-jre", "26");
    sandbox.jdk("usr/lib/jvm/b-jdk", "25");

    assertThat(jdkTaken()).isEqualTo("usr/lib/jvm/b-jdk");
  }

  @Test
  void asksAJdkThatHasNoReleaseFile() throws Exception {
    sandbox.jdkWithoutRelease("usr/lib/jvm/a", "17.0.2");
    sandbox.jdkWithoutRelease("usr/lib/jvm/b", "25.0.1");

    assertThat(jdkTaken()).isEqualTo("usr/lib/jvm/b");
  }

  @Test
  void asksJavaHomeOfMacOs() throws Exception {
    Path home = sandbox.jdk("elsewhere/Home", "25");
    ScriptSandbox.executable(
        sandbox.root().resolve("usr/libexec/java_home"),
        "#!/bin/sh\n[ \"$*\" = '-v 25+' ] && echo '" + home + "'\n");

    assertThat(jdkTaken()).isEqualTo("elsewhere/Home");
  }

  @Test
  void followsJavaOnThePathToItsJdk() throws Exception {
    Path home = sandbox.jdk("opt/jdk", "25");
    Path alternative = sandbox.root().resolve("etc-java");
    Files.createSymbolicLink(alternative, home.resolve("bin/java"));
    Files.createSymbolicLink(
        sandbox.root().resolve("bin/java"), Path.of("../" + alternative.getFileName()));

    assertThat(jdkTaken()).isEqualTo("opt/jdk");
  }

  @Test
  void asksALauncherOnThePath() throws Exception {
    Path home = sandbox.jdk("versions/25", "25");
    ScriptSandbox.executable(
        sandbox.root().resolve("bin/java"), "#!/bin/sh\nexec '" + home + "/bin/java' \"$@\"\n");

    assertThat(jdkTaken()).isEqualTo("versions/25");
  }

  @Test
  void saysWhatToInstallWhereNoJdkFits() throws Exception {
    sandbox.jdk("usr/lib/jvm/java-17", "17.0.12");
    sandbox.jdk("usr/lib/jvm/java-24", "24.0.2");
    Files.createSymbolicLink(
        sandbox.root().resolve("bin/java"), sandbox.root().resolve("usr/lib/jvm/java-17/bin/java"));

    for (String argument : new String[] {"--help", "test"}) {
      Outcome outcome = sandbox.maven().run(argument);
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).containsExactly(NO_JDK);
    }
    assertThat(sandbox.mavenCalls()).isEmpty();
  }

  @Test
  void saysWhatToInstallWhereThereIsNoJavaAtAll() throws Exception {
    Outcome outcome = sandbox.run();

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).containsExactly(NO_JDK);
  }

  @Test
  void needsMavenOnlyToBuild() throws Exception {
    sandbox.jdk("usr/lib/jvm/jdk", "25");

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
    Path jdk = sandbox.jdk("usr/lib/jvm/jdk", "25");
    Outcome first = sandbox.maven().with("MAVEN_OPTS", "-Xmx1g").run("a");
    Outcome second = sandbox.run("b");

    assertThat(first.err()).containsExactly("Building CoreYield (once)…");
    assertThat(second.err()).isEmpty();
    assertThat(second.exitCode()).isZero();
    assertThat(sandbox.mavenCalls())
        .containsExactly(
            sandbox.tree()
                + "|"
                + jdk
                + "|-Xmx1g --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
                + "|-B -ntp package -DskipTests -Dspotless.check.skip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "analysis/pom.xml",
        "benchmarks/pom.xml",
        ".mvn/jvm.config",
        "analysis/src/main/java/A.java",
        "benchmarks/src/main/java/New.java"
      })
  void buildsAgainWhenASourceIsNewer(String source) throws Exception {
    builtTree();
    Files.writeString(sandbox.tree().resolve(source), "changed");

    assertThat(sandbox.run().err()).containsExactly("Building CoreYield (once)…");
    assertThat(sandbox.mavenCalls()).hasSize(2);
  }

  @Test
  void buildsAgainWhenASourceIsGone() throws Exception {
    builtTree();
    Files.delete(sandbox.tree().resolve("analysis/src/main/java/A.java"));

    sandbox.run();
    assertThat(sandbox.mavenCalls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"analysis/target/analysis.jar", "benchmarks/target/benchmarks.jar"})
  void buildsAgainWhenAJarIsGone(String jar) throws Exception {
    builtTree();
    Files.delete(sandbox.tree().resolve(jar));

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
    sandbox.jdk("usr/lib/jvm/jdk", "25");
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
    sandbox.jdk("usr/lib/jvm/jdk", "25");
    assertThat(sandbox.maven().run().exitCode()).isZero();
    sandbox.makeOld();
    sandbox.run();
    assertThat(sandbox.mavenCalls()).as("an old tree is not built again").hasSize(1);
  }

  @Test
  void aFailedBuildShowsWhyAndLeavesNothing() throws Exception {
    sandbox.jdk("usr/lib/jvm/jdk", "25");
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
    Path jdk = sandbox.jdk("usr/lib/jvm/jdk", "25");
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
    Path jdk = sandbox.jdk("usr/lib/jvm/jdk", "25");
    Outcome outcome = sandbox.maven("exit 7\n").run("test", "-Dtest=A B");

    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(sandbox.mavenCalls())
        .containsExactly(
            sandbox.tree()
                + "|"
                + jdk
                + "|--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
                + "|-B verify -Dtest=A B");
  }
}
