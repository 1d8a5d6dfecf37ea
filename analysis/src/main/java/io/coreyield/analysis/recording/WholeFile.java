package io.coreyield.analysis.recording;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Text files that are read and written in one piece. */
final class WholeFile {

  private WholeFile() {}

  static String read(Path file) throws RecordingException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Says in our words why a file could not be read. */
  static RecordingException unreadable(Path file, IOException cause) {
    return switch (cause) {
      case RecordingException ours -> ours;
      case NoSuchFileException _ ->
          new RecordingException(
              file, "is missing: give the directory of a run, as 'run --out' wrote it");
      case CharacterCodingException _ ->
          new RecordingException(file, "is not UTF-8 text: restore it from a copy of the run");
      case AccessDeniedException _ ->
          new RecordingException(file, "may not be read: give yourself the right to read it");
      default ->
          Files.isDirectory(file)
              ? new RecordingException(
                  file, "is a directory, not a file: restore it from a copy of the run")
              : new RecordingException(
                  file, "cannot be read (%s): copy the run again".formatted(cause.getMessage()));
    };
  }

  /** Replaces the file at once: whoever reads, even after a power cut, sees the old or the new. */
  static void write(Path file, String text) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(
        aside,
        text,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Drops a last line that has no end: it was being written when the machine stopped.
   *
   * @return whether there was one
   */
  static boolean dropUnfinishedLine(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw unreadable(file, new NoSuchFileException(file.toString()));
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long end = bytes.length();
      while (end > 0 && byteAt(bytes, end - 1) != '\n') {
        end--;
      }
      boolean isUnfinished = end < bytes.length();
      bytes.setLength(end);
      return isUnfinished;
    }
  }

  private static int byteAt(RandomAccessFile bytes, long position) throws IOException {
    bytes.seek(position);
    return bytes.read();
  }
}
