package io.coreyield.benchmarks.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Directories with all that is in them. */
final class Trees {

  private Trees() {}

  /** Each path under {@code directory} with what it holds. */
  static SortedMap<String, String> contents(Path directory) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    for (Path path : paths(directory)) {
      String content =
          Files.isDirectory(path)
              ? "directory"
              : HexFormat.of().formatHex(Files.readAllBytes(path));
      contents.put(directory.relativize(path).toString(), content);
    }
    return contents;
  }

  static void copy(Path from, Path to) throws IOException {
    for (Path path : paths(from)) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
  }

  static void delete(Path directory) {
    try {
      for (Path path : paths(directory).reversed()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> paths(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
