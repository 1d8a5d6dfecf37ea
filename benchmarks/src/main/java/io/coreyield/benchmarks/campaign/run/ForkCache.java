package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.cli.RunningJar;
import io.coreyield.benchmarks.ForkTrainingBenchmark;
import io.coreyield.benchmarks.load.HostLink;
import io.coreyield.benchmarks.load.IterationReport;
import io.coreyield.benchmarks.machine.ForkProperties;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The ahead-of-time cache of forks and worker JVMs (JEP 483, 514, 515): classes that are loaded and
 * linked, and profiles for the compiler. A fork lives for about a second, and with the cache its
 * start takes a third less CPU time.
 */
final class ForkCache {

  private static final String PREFIX = "-XX:AOTCache=";
  private static final String SUFFIX = ".aot";

  /** Each has about 24 MB. */
  private static final int CACHES_KEPT = 3;

  private static final Duration LONGEST_TRAINING = Duration.ofSeconds(60);

  private ForkCache() {}

  /**
   * The JVM argument for forks; makes the cache first where this jar and JVM have none. Empty where
   * none can be made: forks then start as usual.
   *
   * @param say takes what the user should know meanwhile
   */
  static Optional<String> argument(Consumer<String> say) {
    // The JVM caches classes of jars only.
    return RunningJar.path().filter(Files::isRegularFile).flatMap(jar -> argument(jar, say));
  }

  private static Optional<String> argument(Path jar, Consumer<String> say) {
    try {
      Path directory = directory();
      Path cache = directory.resolve("forks-" + key(jar) + SUFFIX);
      if (!Files.exists(cache)) {
        Files.createDirectories(directory);
        say.accept("Preparing forks, once for this jar and JVM");
        make(cache);
        deleteOld(directory);
      }
      return Optional.of(PREFIX + cache);
    } catch (IOException | RunnerException _) {
      return Optional.empty();
    }
  }

  /** Where the platform keeps what can be made again. */
  private static Path directory() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .or(() -> Optional.ofNullable(System.getenv("LOCALAPPDATA")))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("coreyield");
  }

  /** Another one for another jar, JVM or flags. */
  private static String key(Path jar) throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(jar.toRealPath().toString());
    // A cache that was made with the jar twice on the class path is refused where it is there once.
    parts.add(System.getProperty("java.class.path").replace(jar.toString(), "jar"));
    parts.add(Long.toString(Files.size(jar)));
    parts.add(Files.getLastModifiedTime(jar).toString());
    parts.add(System.getProperty("java.home"));
    parts.add(System.getProperty("java.vm.version"));
    parts.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private static void make(Path cache) throws IOException, RunnerException {
    Path unfinished =
        cache.resolveSibling(cache.getFileName() + "." + ProcessHandle.current().pid());
    try (HostLink link = HostLink.open(new Ignoring())) {
      train(link, unfinished);
      Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** A new jar or JVM needs a new cache, and no user deletes old ones. */
  private static void deleteOld(Path directory) throws IOException {
    File[] caches = directory.toFile().listFiles((_, name) -> name.endsWith(SUFFIX));
    List<File> old =
        Stream.ofNullable(caches)
            .flatMap(Stream::of)
            .sorted(Comparator.comparingLong(File::lastModified).reversed())
            .skip(CACHES_KEPT)
            .toList();
    for (File file : old) {
      Files.deleteIfExists(file.toPath());
    }
  }

  private static void train(HostLink link, Path cache) throws RunnerException {
    try (Watchdog _ = new Watchdog(LONGEST_TRAINING)) {
      runTraining(link, cache);
    }
  }

  private static void runTraining(HostLink link, Path cache) throws RunnerException {
    Jmh.silence();
    List<String> arguments = new ArrayList<>(ForkProperties.quietArguments());
    arguments.addAll(CrashReports.NOWHERE.jvmArguments());
    arguments.add(link.jvmArgument());
    arguments.add("-XX:AOTCacheOutput=" + cache);
    new Runner(
            new OptionsBuilder()
                .include("^" + Pattern.quote(ForkTrainingBenchmark.class.getName()) + "\\.")
                .jvmArgsAppend(arguments.toArray(String[]::new))
                .shouldFailOnError(true)
                .build(),
            new ForkOutput().format())
        .run();
  }

  /** Nothing that the training reports counts. */
  private static final class Ignoring implements HostLink.Listener {
    @Override
    public void iterationStarts() {}

    @Override
    public void iterationEnds() {}

    @Override
    public void report(IterationReport report) {}
  }
}
