package io.coreyield.benchmarks.machine.linux;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Small files of the kernel. One that cannot be read is empty. */
final class KernelFiles {

  private KernelFiles() {}

  static String text(Path file) {
    // This stream takes a third of the time of java.nio's: the host reads twice per iteration.
    try (InputStream in = new FileInputStream(file.toFile())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** The first line of a file, stripped; empty for a blank one. */
  static Optional<String> line(Path file) {
    return text(file).lines().findFirst().map(String::strip).filter(line -> !line.isEmpty());
  }

  /** The texts of a file that ends each with a zero byte, without blank ones. */
  static Stream<String> strings(Path file) {
    return Arrays.stream(text(file).split("\0", -1)).filter(text -> !text.isBlank());
  }

  /** The whole number in the first line of a file; empty for anything else and below 0. */
  static Optional<Long> number(Path file) {
    return line(file).filter(line -> line.matches("[0-9]{1,18}")).map(Long::valueOf);
  }

  /** What a directory holds, in the order of the paths. */
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
}
