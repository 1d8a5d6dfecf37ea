package io.coreyield.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A machine in a directory for {@code run.sh}: its own copy of the script in which the usual places
 * of JDKs lie in the sandbox, a source tree, a PATH with nothing but the tools that the script may
 * count on, JDKs that print how they were called, and a Maven that makes jars.
 */
final class ScriptSandbox {

  /** What every POSIX system has; the Maven of a test may sleep. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "dirname",
          "find",
          "id",
          "mkdir",
          "mktemp",
          "readlink",
          "rm",
          "sleep",
          "touch");

  private static final List<String> SYSTEM_PLACES =
      List.of("/usr/lib/jvm", "/opt/homebrew", "/usr/local/opt", "/Library/Java", "/usr/libexec");

  /** How a run ended. */
  record Outcome(int exitCode, List<String> out, List<String> err) {}

  private final Path root;
  private final Map<String, String> environment = new HashMap<>();

  /** A sandbox in an empty directory. */
  ScriptSandbox(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(tree().resolve("benchmarks/src/main/java"));
    for (String source :
        List.of(
            "pom.xml",
            "analysis/pom.xml",
            "benchmarks/pom.xml",
            ".mvn/jvm.config",
            "analysis/src/main/java/A.java")) {
      executable(tree().resolve(source), "");
    }
    executable(script(), scriptInSandbox());
    for (String tool : TOOLS) {
      executable(
          root.resolve("bin").resolve(tool), "#!/bin/sh\nexec '" + onPath(tool) + "' \"$@\"\n");
    }
    environment.put("PATH", root.resolve("bin").toString());
    environment.put("HOME", root.resolve("home").toString());
    makeOld();
  }

  private String scriptInSandbox() throws IOException {
    String text = Files.readString(Path.of("..", "run.sh"));
    for (String place : SYSTEM_PLACES) {
      assertThat(text).contains(" " + place + "/");
      // Quoted, for the sandbox's path may hold spaces.
      text = text.replaceAll("([ (])" + place + "/", "$1\"" + root + "\"" + place + "/");
    }
    return text;
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError(tool + " is not on the PATH"));
  }

  Path root() {
    return root;
  }

  /** The source tree. */
  Path tree() {
    return root.resolve("the tree");
  }

  Path script() {
    return tree().resolve("run.sh");
  }

  ScriptSandbox with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** A JDK at a path below the root that prints its path, directory and arguments. */
  Path jdk(String place, String version) throws IOException {
    Path home = jre(place, version);
    executable(home.resolve("bin/javac"), "#!/bin/sh\n");
    return home;
  }

  /** The same without a compiler. */
  Path jre(String place, String version) throws IOException {
    Path home = jdkWithoutRelease(place, version);
    Files.delete(home.resolve("bin/javac"));
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\nJAVA_VERSION_DATE=\"2026\"\n"
            .formatted(version));
    return home;
  }

  /** A JDK that must be started to learn its version. */
  Path jdkWithoutRelease(String place, String version) throws IOException {
    Path home = root.resolve(place);
    Files.createDirectories(home.resolve("bin"));
    executable(home.resolve("bin/javac"), "#!/bin/sh\n");
    executable(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        if [ "$1" = -XshowSettings:properties ]; then
          printf '    java.home = %%s\\n    java.version = %s\\n' '%s' >&2
          exit
        fi
        printf '%%s\\n' '%s' "$PWD" "$@"
        exit "${FAKE_EXIT:-0}"
        """
            .formatted(version, home, home));
    return home;
  }

  /** A Maven that writes down how it was called and makes the jars. */
  ScriptSandbox maven() throws IOException {
    return maven(
        """
        mkdir -p analysis/target benchmarks/target
        touch analysis/target/analysis.jar benchmarks/target/benchmarks.jar
        """);
  }

  /** A Maven that writes down how it was called and runs these lines of shell. */
  ScriptSandbox maven(String lines) throws IOException {
    executable(
        root.resolve("bin/mvn"),
        """
        #!/bin/sh
        printf '%%s\\n' "$PWD|$JAVA_HOME|$MAVEN_OPTS|$*" >>'%s'
        %s\
        """
            .formatted(root.resolve("maven.log"), lines));
    return this;
  }

  /** How Maven was called, a line each: directory, JAVA_HOME, MAVEN_OPTS, arguments. */
  List<String> mavenCalls() throws IOException {
    Path log = root.resolve("maven.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Puts every source, and every jar there is, an hour into the past. */
  void makeOld() throws IOException {
    FileTime hourAgo = FileTime.from(Instant.now().minusSeconds(3600));
    try (var files = Files.walk(tree())) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, hourAgo);
      }
    }
  }

  /** Runs the script from the root. */
  Outcome run(String... arguments) throws IOException, InterruptedException {
    return run(root, script(), arguments);
  }

  /** Runs a program that is, or links to, the script. */
  Outcome run(Path directory, Path program, String... arguments)
      throws IOException, InterruptedException {
    Path out = root.resolve("out.txt");
    Path err = root.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(program.toString())
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    return new Outcome(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
  }
}
