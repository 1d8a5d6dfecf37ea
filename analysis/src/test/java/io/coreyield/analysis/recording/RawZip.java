package io.coreyield.analysis.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Zip files of any kind, also such as no honest program writes. */
public final class RawZip {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<byte[]> list = new ArrayList<>();

  /** An entry. */
  public static final class Entry {
    private final String name;
    private final byte[] packed;
    private final long crc;
    private long size;
    private int flags = 1 << 11;
    private final int method;
    private int mode = 0100644;

    private Entry(String name, byte[] content, boolean deflate) {
      this.name = name;
      this.packed = deflate ? deflated(content) : content;
      this.size = content.length;
      this.method = deflate ? 8 : 0;
      CRC32 sum = new CRC32();
      sum.update(content);
      this.crc = sum.getValue();
    }

    public static Entry of(String name, String text) {
      return new Entry(name, text.getBytes(StandardCharsets.UTF_8), true);
    }

    public static Entry of(String name, byte[] content) {
      return new Entry(name, content, true);
    }

    public static Entry stored(String name, String text) {
      return new Entry(name, text.getBytes(StandardCharsets.UTF_8), false);
    }

    public Entry size(long declared) {
      size = declared;
      return this;
    }

    public Entry flags(int other) {
      flags = other;
      return this;
    }

    public Entry mode(int other) {
      mode = other;
      return this;
    }
  }

  /** Compresses as every zip file does. */
  public static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      bytes.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return bytes.toByteArray();
  }

  /** Adds it. */
  public RawZip add(Entry entry) {
    int at = out.size();
    byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
    bytes(out, 4, 0x04034b50);
    bytes(out, 2, 20);
    common(out, entry);
    bytes(out, 2, name.length, 0);
    out.writeBytes(name);
    out.writeBytes(entry.packed);
    ByteArrayOutputStream row = new ByteArrayOutputStream();
    bytes(row, 4, 0x02014b50);
    bytes(row, 2, 3 << 8 | 20, 20);
    common(row, entry);
    bytes(row, 2, name.length, 0, 0, 0, 0);
    bytes(row, 4, (long) entry.mode << 16, at);
    row.writeBytes(name);
    list.add(row.toByteArray());
    return this;
  }

  private static void common(ByteArrayOutputStream to, Entry entry) {
    bytes(to, 2, entry.flags, entry.method);
    bytes(to, 4, 0x00210000, entry.crc, entry.packed.length, entry.size);
  }

  /** Numbers of so many bytes each, the lowest byte first. */
  private static void bytes(ByteArrayOutputStream to, int width, long... numbers) {
    for (long number : numbers) {
      for (int i = 0; i < width; i++) {
        to.write((int) (number >> (8 * i)));
      }
    }
  }

  /** The whole file. */
  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(out.toByteArray());
    list.forEach(all::writeBytes);
    bytes(all, 4, 0x06054b50, 0);
    bytes(all, 2, list.size(), list.size());
    bytes(all, 4, list.stream().mapToInt(row -> row.length).sum(), out.size());
    bytes(all, 2, 0);
    return all.toByteArray();
  }

  /** Writes it. */
  public Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }
}
