package io.coreyield.analysis.recording.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Ends with a refusal where a file, or a line of it, is longer than it may be. */
public final class CappedInput extends FilterInputStream {

  private final RunFile file;
  private final long mostBytes;
  private final int mostLineBytes;
  private long bytes;
  private long line = 1;
  private int lineBytes;

  private CappedInput(InputStream in, RunFile file, long mostBytes, int mostLineBytes) {
    super(in);
    this.file = file;
    this.mostBytes = mostBytes;
    this.mostLineBytes = mostLineBytes;
  }

  /** Opens a file of lines. */
  public static CappedInput lines(RunFile file, int mostLineBytes) throws IOException {
    return new CappedInput(file.open(), file, Limits.FILE_BYTES, mostLineBytes);
  }

  /** Opens a file that is read in one piece. */
  static InputStream whole(RunFile file, int mostBytes) throws IOException {
    return new CappedInput(file.open(), file, mostBytes, Integer.MAX_VALUE);
  }

  /** Whether the last line that was read so far has no end. */
  boolean isWithinLine() {
    return lineBytes > 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte @Nullable [] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    if (buffer != null && read > 0) {
      count(buffer, from, from + read);
    }
    return read;
  }

  private void count(byte[] buffer, int from, int to) throws RecordingException {
    bytes += to - from;
    if (bytes > mostBytes) {
      throw file.refusal(
          0, "is longer than %d bytes: no run of ours has such a file".formatted(mostBytes));
    }
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        line++;
        lineBytes = 0;
      } else if (buffer[i] == '\r') {
        lineBytes = 0;
      } else if (++lineBytes > mostLineBytes) {
        throw file.refusal(
            line,
            "the line is longer than %d bytes: restore the file from a copy of the run"
                .formatted(mostLineBytes));
      }
    }
  }
}
