package io.coreyield.benchmarks.machine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small files in which a kernel tells one thing each. */
final class KernelFiles {

  private KernelFiles() {}

  /** What a directory holds, in the order of the paths; nothing where it cannot be read. */
  static List<Path> entries(Path directory, String glob) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  /** The whole number that a file holds; empty where it holds none, or one below 0. */
  static Optional<Long> number(Path file) {
    return EnvironmentReader.firstLine(file)
        .filter(line -> line.matches("[0-9]{1,18}"))
        .map(Long::valueOf);
  }
}
