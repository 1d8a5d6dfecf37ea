package io.coreyield.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The jar that this JVM was started with. Once it is cut, classes that are not loaded yet cannot be
 * loaded; once another one is in its place, JVMs that are started from it run other code.
 */
public final class RunningJar {

  private static final RunningJar OURS =
      new RunningJar(Path.of(System.getProperty("java.class.path", "")));

  private final Path path;
  private final Optional<Stamp> atStart;

  /** The file at a path, as it is now. */
  RunningJar(Path path) {
    this.path = path;
    this.atStart = stamp(path);
  }

  private record Stamp(long bytes, FileTime modified, @Nullable Object key) {}

  private static Optional<Stamp> stamp(Path path) {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return file.isRegularFile()
          ? Optional.of(new Stamp(file.size(), file.lastModifiedTime(), file.fileKey()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** That the jar of this JVM is another one now, in a clause; empty if it is not. */
  public static Optional<String> change() {
    return OURS.changeNow();
  }

  Optional<String> changeNow() {
    return atStart.isEmpty() || atStart.equals(stamp(path))
        ? Optional.empty()
        : Optional.of("the jar %s was changed while it ran".formatted(path));
  }
}
