package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Text files that are read and written in one piece. */
public final class WholeFile {

  /** Ends the name of a file that is not whole yet. */
  public static final String ASIDE = ".new";

  private static final Writes WRITES = new Writes();

  private WholeFile() {}

  /**
   * Lets the writes that are under way end, and begins no more: the process is about to end.
   *
   * @param ms the longest that it waits for them
   */
  public static void endWrites(long ms) throws InterruptedException {
    boolean _ = WRITES.end(ms);
  }

  /** The text of a file of at most {@link Limits#JSON_BYTES}. */
  public static String read(RunFile file) throws RecordingException {
    try (InputStream in = CappedInput.whole(file, Limits.JSON_BYTES)) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /**
   * Replaces the file atomically: a reader sees the old or the new one, even after a power cut. If
   * it fails, nothing is left beside the file.
   *
   * @throws RecordingException naming the file and what to do, if it cannot be written
   */
  public static void write(Path file, String text) throws RecordingException {
    try {
      WRITES.run(() -> replace(file, text, StandardOpenOption.SYNC));
    } catch (IOException e) {
      throw RecordingException.unwritable(file, e, "mend that, or give another place");
    }
  }

  /** The same for a file that can be made again: it does not wait for the disk. */
  public static void writeDerived(Path file, String text) throws IOException {
    WRITES.run(() -> replace(file, text, StandardOpenOption.WRITE));
  }

  private static void replace(Path file, String text, OpenOption how) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ASIDE);
    try {
      // A process that was killed may have left one, and a stranger a link.
      Files.deleteIfExists(aside);
      Files.writeString(aside, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, how);
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
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
