package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a new run is written: nothing that is there already is touched. */
public final class OutputDirectory {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'coreyield-'yyyyMMdd-HHmmss", Locale.ROOT);

  private static final DateTimeFormatter TOPOLOGY_NAME =
      DateTimeFormatter.ofPattern("'coreyield-topology-'yyyyMMdd-HHmmss", Locale.ROOT);

  private OutputDirectory() {}

  /**
   * An empty directory.
   *
   * @param wanted null: one named by the time, in the working directory
   * @throws UnusableException if it is a file, holds anything, or cannot be written
   */
  static RunDirectory create(@Nullable Path wanted) throws UnusableException {
    Path path = wanted == null ? named(NAME) : wanted;
    RunDirectory directory = new RunDirectory(path);
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new UnusableException("%s is a file: give --out a new directory".formatted(path));
    }
    if (Files.exists(directory.runJson())) {
      throw new UnusableException(
          "%s holds a run already: give --out a new directory, or continue that run with --resume %s"
              .formatted(path, path));
    }
    try {
      Files.createDirectories(path);
      requireEmpty(path);
      Files.delete(Files.createTempFile(path, "probe", null));
    } catch (IOException e) {
      throw new UnusableException(
          "%s cannot be written: give --out a directory in a place where you may write"
              .formatted(path));
    }
    return directory;
  }

  /**
   * The same for a measurement of pairs.
   *
   * @param wanted null: one named by the time, in the working directory
   * @throws UnusableException if it is a file, holds anything, or cannot be written
   */
  public static Path createForTopology(@Nullable Path wanted) throws UnusableException {
    return create(wanted == null ? named(TOPOLOGY_NAME) : wanted).path();
  }

  private static Path named(DateTimeFormatter name) {
    return Path.of(name.format(LocalDateTime.now(ZoneId.systemDefault())));
  }

  private static void requireEmpty(Path path) throws IOException, UnusableException {
    try (Stream<Path> content = Files.list(path)) {
      if (content.findAny().isPresent()) {
        throw new UnusableException("%s is not empty: give --out a new directory".formatted(path));
      }
    }
  }
}
