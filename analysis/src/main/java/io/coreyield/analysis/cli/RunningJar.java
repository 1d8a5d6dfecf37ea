package io.coreyield.analysis.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The jar that this JVM was started with. Once it is cut, classes that are not loaded yet cannot be
 * loaded; once another one is in its place, JVMs that are started from it run other code.
 */
public final class RunningJar {

  private static final Optional<RunningJar> OURS = path().map(RunningJar::new);

  private final Path path;
  private final Optional<Stamp> atStart;

  /** Its path, as it was given; empty where classes come from anything but one jar. */
  public static Optional<Path> path() {
    return alone(System.getProperty("java.class.path", ""));
  }

  /** The one jar of a class path. JBang names it twice. */
  static Optional<Path> alone(String classPath) {
    List<String> parts =
        Stream.of(classPath.split(Pattern.quote(File.pathSeparator))).distinct().toList();
    return parts.size() == 1 && parts.getFirst().endsWith(".jar")
        ? Optional.of(Path.of(parts.getFirst()))
        : Optional.empty();
  }

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
    return OURS.flatMap(RunningJar::changeNow);
  }

  Optional<String> changeNow() {
    return atStart.isEmpty() || atStart.equals(stamp(path))
        ? Optional.empty()
        : Optional.of("the jar %s was changed while it ran".formatted(path));
  }
}
