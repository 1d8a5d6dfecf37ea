package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Text files that are read and written in one piece. */
public final class WholeFile {

  private WholeFile() {}

  /** The text of a file of at most {@link Limits#JSON_BYTES}. */
  public static String read(RunFile file) throws RecordingException {
    try (InputStream in = CappedInput.whole(file, Limits.JSON_BYTES)) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /** Replaces the file atomically: a reader sees the old or the new one, even after a power cut. */
  public static void write(Path file, String text) throws IOException {
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
  public static boolean dropUnfinishedLine(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw RunFile.at(file).unreadable(new NoSuchFileException(file.toString()));
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
