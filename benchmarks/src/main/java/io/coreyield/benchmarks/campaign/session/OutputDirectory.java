package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory that a run is written to, by one process at a time; no file in it is replaced. */
public final class OutputDirectory implements AutoCloseable {

  /** Makes the directory as late as possible: a run that cannot start leaves none. */
  @FunctionalInterface
  public interface Maker {

    /**
     * Makes the directory if it does not exist, and holds it.
     *
     * @throws UnusableException if it is a file, holds anything, cannot be written, or another
     *     process writes it
     */
    OutputDirectory make() throws UnusableException;
  }

  private static final String LOCK = "run.lock";

  private final RunDirectory directory;
  private final @Nullable LockFile lock;

  private OutputDirectory(RunDirectory directory, @Nullable LockFile lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /** This one. */
  public static Maker at(Path path) {
    return () -> create(path);
  }

  /** This one, with a number behind its name if there is such a one. */
  public static Maker like(Path wanted) {
    return () -> createNew(wanted);
  }

  private static OutputDirectory create(Path path) throws UnusableException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new UnusableException("%s is a file: give --out a new directory".formatted(path));
    }
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, "probe", null));
    } catch (IOException e) {
      throw unwritable(path);
    }
    OutputDirectory held = hold(path);
    try {
      held.requireEmpty();
      return held;
    } catch (UnusableException e) {
      held.close();
      throw e;
    }
  }

  private static OutputDirectory createNew(Path wanted) throws UnusableException {
    Path path = wanted;
    for (int number = 2; ; number++) {
      try {
        Files.createDirectory(path);
        return create(path);
      } catch (FileAlreadyExistsException e) {
        path = wanted.resolveSibling("%s-%d".formatted(wanted.getFileName(), number));
      } catch (IOException e) {
        throw unwritable(path);
      }
    }
  }

  /**
   * Holds the directory of a run that is to go on.
   *
   * @throws UnusableException if another process writes it
   */
  static OutputDirectory again(Path path) throws UnusableException {
    RunDirectory directory = new RunDirectory(path);
    return Files.exists(directory.runJson())
        ? hold(path)
        // Nothing is written there, and whoever reads the run says what is wrong.
        : new OutputDirectory(directory, null);
  }

  private static OutputDirectory hold(Path path) throws UnusableException {
    Path file = path.resolve(LOCK);
    Optional<LockFile> lock;
    try {
      lock = LockFile.tryHold(file);
    } catch (IOException e) {
      // Some file systems have no locks.
      return new OutputDirectory(new RunDirectory(path), null);
    }
    if (lock.isEmpty()) {
      throw new UnusableException(
          "%s is being written by %s: wait for its end, or give --out another directory"
              .formatted(path, LockFile.holder(file)));
    }
    return new OutputDirectory(new RunDirectory(path), lock.get());
  }

  private static UnusableException unwritable(Path path) {
    return new UnusableException(
        "%s cannot be written: give --out a directory in a place where you may write"
            .formatted(path));
  }

  private void requireEmpty() throws UnusableException {
    Path path = directory.path();
    if (Files.exists(directory.runJson())) {
      throw new UnusableException(
          "%s holds a run already: give --out a new directory, or continue that run with --resume %s"
              .formatted(path, path));
    }
    try (Stream<Path> content = Files.list(path)) {
      if (content.anyMatch(file -> !file.endsWith(LOCK))) {
        throw new UnusableException("%s is not empty: give --out a new directory".formatted(path));
      }
    } catch (IOException e) {
      throw unwritable(path);
    }
  }

  public RunDirectory directory() {
    return directory;
  }

  @Override
  public void close() {
    if (lock != null) {
      lock.close();
    }
  }
}
