package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that grows by whole records. A record that cannot be written whole, as on a full disk, is
 * taken back, so that the next one begins where it did. Not thread-safe.
 */
public final class AppendedFile implements AutoCloseable {

  private final Path path;
  private final RandomAccessFile file;
  private long end;

  private AppendedFile(Path path, RandomAccessFile file, long end) {
    this.path = path;
    this.file = file;
    this.end = end;
  }

  /**
   * Opens a file at its end; makes it if there is none.
   *
   * @throws RecordingException naming the file and what to do, if it cannot be written
   */
  public static AppendedFile open(Path path) throws RecordingException {
    try {
      if (!Files.exists(path)) {
        Files.createFile(path);
      }
      // Not a channel: an interrupt of the thread would close it.
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      return new AppendedFile(path, file, file.length());
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  public boolean isEmpty() {
    return end == 0;
  }

  /**
   * Hands a record to the operating system.
   *
   * @param record whole lines
   * @throws RecordingException naming the file and what to do, if it cannot hold the record
   */
  public void append(String record) throws RecordingException {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    try {
      requireThere();
      takeBack();
      file.seek(end);
      file.write(bytes);
      end += bytes.length;
    } catch (IOException e) {
      try {
        takeBack();
      } catch (IOException _) {
        // The next record tries again.
      }
      throw unwritable(path, e);
    }
  }

  /** A file that was deleted can still be written, and nobody will ever read it. */
  private void requireThere() throws FileSystemException {
    if (!Files.exists(path)) {
      throw new FileSystemException(path.toString(), null, "it was deleted");
    }
  }

  /** Removes what a failed record left behind. */
  private void takeBack() throws IOException {
    if (file.length() != end) {
      file.setLength(end);
    }
  }

  /**
   * Waits until the disk has everything.
   *
   * @throws RecordingException naming the file and what to do, if it fails
   */
  public void force() throws RecordingException {
    try {
      file.getFD().sync();
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static RecordingException unwritable(Path path, IOException cause) {
    Path directory = path.toAbsolutePath().getParent();
    boolean isOfARun = directory != null && Files.exists(directory.resolve("run.json"));
    return RecordingException.unwritable(
        path,
        cause,
        isOfARun
            ? "mend that, and 'run --resume %s' goes on; what it holds is kept".formatted(directory)
            : "mend that, and start again");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
