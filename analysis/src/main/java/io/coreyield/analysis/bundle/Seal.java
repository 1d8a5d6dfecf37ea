package io.coreyield.analysis.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The comment of a bundle's zip file: the SHA-256 of every byte before it. A zip file has bytes
 * that no checksum of its content covers (times, padding, its own headers). One that another
 * program packed again has no such comment; its content is checked all the same.
 */
final class Seal {

  private static final String PREFIX = "CoreYield sha256:";
  private static final int COMMENT_BYTES = PREFIX.length() + 64;
  private static final int END_BYTES = 22;
  private static final int LENGTH_AT = 20;
  private static final int BUFFER_BYTES = 1 << 16;

  private Seal() {}

  /** Adds it to a zip file without a comment. */
  static void add(Path zip) throws IOException {
    try (FileChannel channel =
        FileChannel.open(zip, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      ByteBuffer length =
          ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) COMMENT_BYTES);
      channel.write(length.flip(), end - END_BYTES + LENGTH_AT);
      String comment = PREFIX + digest(channel, end);
      channel.write(ByteBuffer.wrap(comment.getBytes(StandardCharsets.US_ASCII)), end);
    }
  }

  /** Whether there is one that says what the file is, or none at all. */
  static boolean holds(FileChannel channel, long endAt, String comment) throws IOException {
    return comment.isEmpty() || comment.equals(PREFIX + digest(channel, endAt + END_BYTES));
  }

  private static String digest(FileChannel channel, long end) throws IOException {
    MessageDigest sha256 = Digest.computation();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (long at = 0; at < end; ) {
      buffer.clear().limit((int) Math.min(BUFFER_BYTES, end - at));
      int read = channel.read(buffer, at);
      if (read < 0) {
        break;
      }
      at += read;
      sha256.update(buffer.flip());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
