package io.coreyield.benchmarks.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The one file that users carry to another machine, alone in a directory. Its processes have a
 * temporary directory of their own, so that JMH's lock file is not that of another run here.
 */
final class Jar {

  private static final String NAME = "benchmarks.jar";
  private static final int SIGINT_BIT = 1 << 1;

  private final Path home;
  private final List<String> jvmArguments;

  private Jar(Path home, List<String> jvmArguments) {
    this.home = home;
    this.jvmArguments = jvmArguments;
  }

  /** Copies the built jar to a directory that holds nothing else. */
  static Jar copiedTo(Path directory) throws IOException {
    Path built = Path.of(System.getProperty("basedir", "")).resolve("target").resolve(NAME);
    Files.createDirectories(directory.resolve("work"));
    Files.createDirectories(directory.resolve("tmp"));
    Files.copy(built, directory.resolve("work").resolve(NAME));
    return new Jar(directory, List.of());
  }

  /** The same jar, started with these JVM arguments. */
  Jar with(String... arguments) {
    return new Jar(home, List.of(arguments));
  }

  /** The working directory of its processes; it holds the jar. */
  Path directory() {
    return home.resolve("work");
  }

  /** {@code java.io.tmpdir} of its processes. */
  Path temporary() {
    return home.resolve("tmp");
  }

  Path path() {
    return directory().resolve(NAME);
  }

  /** Starts it and waits for its end. */
  Ended run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).end();
  }

  /** Starts it. */
  Started start(String... arguments) throws IOException {
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments))
            .directory(directory().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").forEach(builder.environment()::remove);
    return new Started(builder.start(), out, err);
  }

  private List<String> command(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(interruptible());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary());
    command.addAll(jvmArguments);
    command.addAll(List.of("-jar", NAME));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A shell's background job ignores Ctrl-C, and so do all that it starts, unless told not to. */
  private static List<String> interruptible() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return List.of();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .filter(ignored -> (ignored & SIGINT_BIT) != 0)
        .findFirst()
        .map(ignored -> List.of("env", "--default-signal=INT"))
        .orElse(List.of());
  }
}
