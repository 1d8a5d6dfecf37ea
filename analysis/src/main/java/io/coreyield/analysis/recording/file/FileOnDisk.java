package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file on disk. Runs are untrusted: a link out of the directory is not followed, and a pipe or a
 * device, which may never end, is not opened.
 */
record FileOnDisk(Path path) implements RunFile {

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public InputStream open() throws IOException {
    if (Files.isSymbolicLink(path) && Files.exists(path) && leadsOutside()) {
      throw refusal(0, "is a symbolic link out of its directory: put the file itself in its place");
    }
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw refusal(0, "is a pipe or a device, not a file: restore it from a copy of the run");
    }
    return Files.newInputStream(path);
  }

  private boolean leadsOutside() throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    return directory == null || !path.toRealPath().startsWith(directory.toRealPath());
  }

  @Override
  public RecordingException unreadable(IOException cause) {
    return switch (cause) {
      case RecordingException ours -> ours;
      case NoSuchFileException _ ->
          refusal(0, "is missing: give the directory of a run, as 'run --out' wrote it");
      case CharacterCodingException _ ->
          refusal(0, "is not UTF-8 text: restore it from a copy of the run");
      case AccessDeniedException _ ->
          refusal(0, "may not be read: give yourself the right to read it");
      default ->
          refusal(
              0,
              Files.isDirectory(path)
                  ? "is a directory, not a file: restore it from a copy of the run"
                  : "cannot be read (%s): copy the run again".formatted(cause.getMessage()));
    };
  }
}
