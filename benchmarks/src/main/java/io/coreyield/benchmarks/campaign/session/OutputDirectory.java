package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where a new run is written; existing files are not touched. */
public final class OutputDirectory {

  private OutputDirectory() {}

  /**
   * Makes it if it does not exist.
   *
   * @throws UnusableException if it is a file, holds anything, or cannot be written
   */
  public static RunDirectory create(Path path) throws UnusableException {
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

  private static void requireEmpty(Path path) throws IOException, UnusableException {
    try (Stream<Path> content = Files.list(path)) {
      if (content.findAny().isPresent()) {
        throw new UnusableException("%s is not empty: give --out a new directory".formatted(path));
      }
    }
  }
}
