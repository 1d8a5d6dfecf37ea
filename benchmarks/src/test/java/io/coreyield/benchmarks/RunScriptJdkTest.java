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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JDK {@code run.sh} takes, as a real process on a machine of our making. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "run.sh is for POSIX systems")
class RunScriptJdkTest {

  private static final String NO_JDK =
      "run.sh: needs a JDK 25 or newer and found none: install one (Debian: apt-get install openjdk-25-jdk, macOS: brew install openjdk, or https://adoptium.net), or set JAVA_HOME to one";

  private final ScriptSandbox sandbox;

  RunScriptJdkTest(@TempDir Path directory) throws IOException {
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
    "25.0.3, 25.0.10, b", "25.0.10, 25.0.3, a", "25, 25.0.1, b", "26.0.1, 25.0.9, a",
    "25.0.3, 27-ea, b", "25.0.3, 9.0.4, a", "25.0.3, 1.8.0_402, a", "25.0.3, 24.0.2, a",
    "25.0.08, 25.0.09, b", "25.0.3, 25.0.3, a"
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
}
