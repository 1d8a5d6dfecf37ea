package io.coreyield.benchmarks.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JVM that starts with the classes and profiles of a rehearsal (JEP 483, 514 and 515). {@code
 * run.sh} makes the cache next to the jar. A manifest cannot name it, so {@code java -jar} starts a
 * second JVM, which pays where a command needs seconds to warm up. Commands that measure keep the
 * JVM that the user started.
 */
final class CachedJvm {

  private static final Set<String> COMMANDS =
      Set.of("report", "compare", "import", "bundle", "verify", "rebuild");

  /**
   * As when {@code run.sh} recorded the cache: a JVM with other modules' options has no use for it.
   */
  private static final List<String> OPTIONS =
      List.of(
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED",
          "-Xlog:disable");

  /** The compiler for long runs costs more than it saves on so few bytes. */
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final long MAX_QUICK_BYTES = 5_000_000;

  private CachedJvm() {}

  /**
   * What starts it.
   *
   * @param java the command of this process
   * @param typed its arguments: options of the JVM, {@code -jar}, the jar, and ours
   * @param arguments ours
   * @return empty where there is no cache that is newer than the jar, where it is in use, or where
   *     the command measures
   */
  static Optional<List<String>> command(String java, List<String> typed, List<String> arguments) {
    int jar = typed.indexOf("-jar");
    if (arguments.isEmpty()
        || !COMMANDS.contains(arguments.getFirst())
        || jar < 0
        || jar + 1 >= typed.size()
        || typed.subList(0, jar).stream().anyMatch(option -> option.startsWith("-XX:AOT"))) {
      return Optional.empty();
    }
    Path file = Path.of(typed.get(jar + 1));
    Path cache = file.resolveSibling(file.getFileName().toString().replace(".jar", ".aot"));
    if (!isNewer(cache, file)) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(List.of(java, "-XX:AOTCache=" + cache));
    command.addAll(OPTIONS);
    if (arguments.stream().mapToLong(CachedJvm::bytes).sum() <= MAX_QUICK_BYTES) {
      command.add(QUICK_COMPILER);
    }
    // Later options win.
    typed.subList(0, jar).stream()
        .filter(option -> !OPTIONS.contains(option))
        .forEach(command::add);
    command.addAll(List.of("-jar", file.toString()));
    command.addAll(arguments);
    return Optional.of(command);
  }

  /** Of the files in a directory, or of a file; 0 of what is neither. */
  private static long bytes(String argument) {
    File path = new File(argument);
    File[] files = path.listFiles();
    return files == null ? path.length() : Stream.of(files).mapToLong(File::length).sum();
  }

  private static boolean isNewer(Path cache, Path jar) {
    try {
      return Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs these arguments in it, where that pays, and returns its exit code; empty otherwise. */
  static Optional<Integer> run(List<String> arguments) {
    ProcessHandle.Info info = ProcessHandle.current().info();
    List<String> typed = List.of(info.arguments().orElseGet(() -> new String[0]));
    return info.command()
        .flatMap(java -> command(java, typed, arguments))
        .flatMap(CachedJvm::exitCode);
  }

  private static Optional<Integer> exitCode(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return Optional.of(process.waitFor());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
