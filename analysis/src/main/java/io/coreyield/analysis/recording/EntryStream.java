package io.coreyield.analysis.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of an entry: never more than it declares, and refused at its end if it is not. */
final class EntryStream extends InputStream {

  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel channel;
  private final BundleEntry entry;
  private final String name;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final ByteBuffer packed = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private long packedRead;
  private long given;

  /** For an entry that errors call {@code name}. */
  EntryStream(FileChannel channel, BundleEntry entry, String name) {
    this.channel = channel;
    this.entry = entry;
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = entry.deflated() ? inflate(buffer, from, length) : copy(buffer, from, length);
    if (read < 0) {
      requireWhole();
      return -1;
    }
    given += read;
    if (given > entry.size()) {
      throw damaged();
    }
    crc.update(buffer, from, read);
    return read;
  }

  private int inflate(byte[] buffer, int from, int length) throws IOException {
    try {
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer, from, length);
        if (read > 0) {
          return read;
        }
        if (inflater.needsDictionary()) {
          throw damaged();
        }
        if (!inflater.finished() && inflater.needsInput()) {
          if (!fill()) {
            throw damaged();
          }
          inflater.setInput(packed);
        }
      }
      return -1;
    } catch (DataFormatException e) {
      throw damaged();
    }
  }

  private int copy(byte[] buffer, int from, int length) throws IOException {
    if (!packed.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, packed.remaining());
    packed.get(buffer, from, count);
    return count;
  }

  /** Reads more packed bytes; false where there are no more. */
  private boolean fill() throws IOException {
    long left = entry.compressedSize() - packedRead;
    if (left <= 0) {
      return false;
    }
    packed.clear().limit((int) Math.min(left, BUFFER_BYTES));
    int read = channel.read(packed, entry.dataAt() + packedRead);
    if (read < 0) {
      throw damaged();
    }
    packedRead += read;
    packed.flip();
    return true;
  }

  private void requireWhole() throws RecordingException {
    boolean allUsed = packedRead == entry.compressedSize() && !packed.hasRemaining();
    if (given != entry.size() || crc.getValue() != entry.crc() || !allUsed) {
      throw damaged();
    }
  }

  private RecordingException damaged() {
    return new RecordingException(
        name, 0, "is damaged (its content is not what its checksum says): get the bundle again");
  }

  @Override
  public void close() {
    inflater.end();
  }
}
