package io.coreyield.fleet.ingest;

import io.coreyield.analysis.recording.file.RunFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The runs at some paths. A directory without {@code run.json} is searched for directories that
 * have one, and for {@code .zip} files. Links are not followed; what begins with a full stop is not
 * published yet, and passed over.
 */
final class RunFinder extends SimpleFileVisitor<Path> {

  private static final int MAX_DEPTH = 12;

  private final Set<Path> found = new LinkedHashSet<>();
  private final List<Refusal> refused = new ArrayList<>();

  private RunFinder() {}

  /**
   * What was found.
   *
   * @param runs each once, in order; whether they can be read is not known yet
   * @param refused paths that hold no run, or cannot be searched
   */
  record Found(List<Path> runs, List<Refusal> refused) {}

  static Found at(List<Path> paths) throws IOException {
    RunFinder finder = new RunFinder();
    for (Path path : paths) {
      finder.search(path.toAbsolutePath().normalize());
    }
    return new Found(List.copyOf(finder.found), List.copyOf(finder.refused));
  }

  private void search(Path path) throws IOException {
    if (!Files.isDirectory(path) || isRun(path)) {
      found.add(path);
      return;
    }
    int before = found.size() + refused.size();
    // Sorted by no one: the order of a directory's entries decides nothing that is kept.
    Files.walkFileTree(path, EnumSet.noneOf(java.nio.file.FileVisitOption.class), MAX_DEPTH, this);
    if (found.size() + refused.size() == before) {
      refused.add(
          new Refusal(
              path.toString(),
              "holds no run: give directories with a run.json, or bundles (.zip)"));
    }
  }

  private static boolean isRun(Path directory) {
    return Files.exists(directory.resolve(RunFiles.RUN));
  }

  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    if (isHidden(directory)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (isRun(directory)) {
      found.add(directory);
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")
        && !isHidden(file)
        && attributes.isRegularFile()) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    refused.add(
        new Refusal(file.toString(), "cannot be searched: give yourself the right to read it"));
    return FileVisitResult.CONTINUE;
  }
}
