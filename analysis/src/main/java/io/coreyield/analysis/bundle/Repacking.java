package io.coreyield.analysis.bundle;

import io.coreyield.analysis.recording.BundleArchive;
import io.coreyield.analysis.recording.BundleEntry;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Whether an entry lies in a zip file byte for byte as {@link Bag} packs it. */
final class Repacking {

  private static final int HEADER_BYTES = 30;
  private static final int DESCRIPTOR_BYTES = 16;
  private static final int DAY = 0x41;
  private static final short FLAGS = 0x0808;

  /** Beyond, the comparison would take more memory than the place of a flipped bit is worth. */
  private static final int MOST_BYTES = 64 << 20;

  private Repacking() {}

  static boolean gives(BundleArchive bundle, BundleEntry entry) throws IOException {
    if (entry.size() > MOST_BYTES) {
      return true;
    }
    byte[] packed = packed(bundle, entry);
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    ByteBuffer expected =
        ByteBuffer.allocate(HEADER_BYTES + name.length + packed.length + DESCRIPTOR_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    expected.putInt(0x04034b50).putShort((short) 20).putShort(FLAGS).putShort((short) 8);
    expected.putInt(DAY << 16).putInt(0).putInt(0).putInt(0);
    expected.putShort((short) name.length).putShort((short) 0).put(name).put(packed);
    expected.putInt(0x08074b50).putInt((int) entry.crc());
    expected.putInt(packed.length).putInt((int) entry.size());
    long from = entry.dataAt() - HEADER_BYTES - name.length;
    return from >= 0 && expected.flip().equals(bytes(bundle, from, expected.limit()));
  }

  private static byte[] packed(BundleArchive bundle, BundleEntry entry) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (InputStream in = bundle.open(entry);
        DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      in.transferTo(out);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static ByteBuffer bytes(BundleArchive bundle, long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (bundle.bytes().read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("it is shorter than it says");
      }
    }
    return bytes.flip();
  }
}
