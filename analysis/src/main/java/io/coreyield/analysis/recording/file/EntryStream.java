package io.coreyield.analysis.recording.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The content of an entry: never more than it declares, and refused where it is not that. */
final class EntryStream extends FilterInputStream {

  private final String name;
  private final long size;
  private final long checksum;
  private final CRC32 crc = new CRC32();
  private long given;

  /** An entry with its name for errors, and the bytes and CRC-32 that it declares. */
  EntryStream(InputStream in, String name, long size, long checksum) {
    super(in);
    this.name = name;
    this.size = size;
    this.checksum = checksum;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read;
    try {
      read = super.read(buffer, from, length);
    } catch (IOException e) {
      throw damaged(name);
    }
    given += Math.max(0, read);
    if (read > 0) {
      crc.update(buffer, from, read);
    }
    if (given > size || (read < 0 && (given != size || crc.getValue() != checksum))) {
      throw damaged(name);
    }
    return read;
  }

  static RecordingException damaged(String name) {
    return new RecordingException(
        name, 0, "is damaged (its content is not what its checksum says): get the bundle again");
  }
}
