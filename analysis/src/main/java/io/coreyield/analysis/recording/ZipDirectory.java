package io.coreyield.analysis.recording;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The list of entries of a zip file, read strictly: every byte of the file is an entry's, or the
 * list's. {@link java.util.zip.ZipFile} would do for files of ours, but it tells neither symbolic
 * links nor what the entries' own headers say, and takes the last of two entries of one name.
 */
final class ZipDirectory {

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int MOST_COMMENT_BYTES = 0xFFFF;
  private static final int MOST_DESCRIPTOR_BYTES = 24;
  private static final int FILE_TYPE = 0xF000;
  private static final int PLAIN_FILE = 0x8000;
  private static final int DIRECTORY = 0x4000;
  private static final String AGAIN = ": get the bundle again from where it came";

  private final FileChannel channel;
  private final String file;
  private final List<BundleEntry> entries = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final EntryNames names = new EntryNames();
  private long total;

  /** Where an entry lies, with its header. */
  private record Span(String name, long from, long to, int slack) {}

  /**
   * The list itself.
   *
   * @param entries files, in the order of the list
   * @param endAt where the record of its end begins
   * @param comment of the file, a character for each byte
   */
  record Read(List<BundleEntry> entries, long endAt, String comment) {}

  private ZipDirectory(FileChannel channel, String file) {
    this.channel = channel;
    this.file = file;
  }

  /**
   * Reads the list.
   *
   * @param file named in errors
   * @throws RecordingException naming the entry and what is wrong with it
   */
  static Read read(FileChannel channel, String file) throws IOException {
    return new ZipDirectory(channel, file).read();
  }

  private Read read() throws IOException {
    long size = channel.size();
    int tailBytes = (int) Math.min(size, END_BYTES + MOST_COMMENT_BYTES);
    ByteBuffer tail = bytes(size - tailBytes, tailBytes);
    int at = endRecord(tail);
    long endAt = size - tailBytes + at;
    int count = tail.getShort(at + 10) & 0xFFFF;
    long listBytes = tail.getInt(at + 12) & 0xFFFF_FFFFL;
    long listAt = tail.getInt(at + 16) & 0xFFFF_FFFFL;
    if (tail.getInt(at + 4) != 0 || (tail.getShort(at + 8) & 0xFFFF) != count) {
      throw refusal("is one of several parts of a zip file");
    }
    if (count > Limits.ENTRIES || listBytes > Limits.DIRECTORY_BYTES) {
      throw refusal("holds more than %d files".formatted(Limits.ENTRIES));
    }
    if (listAt + listBytes != endAt) {
      throw refusal("is no whole zip file");
    }
    readList(bytes(listAt, (int) listBytes), count);
    requireNoGaps(listAt);
    String both = names.fileAndDirectory();
    if (both != null) {
      throw refusal(both, "is both a file and a directory");
    }
    byte[] comment = new byte[tail.limit() - at - END_BYTES];
    tail.get(at + END_BYTES, comment);
    return new Read(List.copyOf(entries), endAt, new String(comment, StandardCharsets.ISO_8859_1));
  }

  private int endRecord(ByteBuffer tail) throws RecordingException {
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      boolean ends = at + END_BYTES + (tail.getShort(at + 20) & 0xFFFF) == tail.limit();
      if (ends && tail.getInt(at) == END_SIGNATURE) {
        return at;
      }
    }
    throw refusal("is no zip file, or was cut short");
  }

  private void readList(ByteBuffer list, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int start = list.position();
      if (list.remaining() < ZipHeaders.CENTRAL_BYTES
          || list.getInt(start) != ZipHeaders.CENTRAL_SIGNATURE) {
        throw refusal("has a damaged list of files");
      }
      int nameBytes = list.getShort(start + 28) & 0xFFFF;
      int more = (list.getShort(start + 30) & 0xFFFF) + (list.getShort(start + 32) & 0xFFFF);
      if (nameBytes > Limits.NAME_BYTES
          || list.remaining() < ZipHeaders.CENTRAL_BYTES + nameBytes + more) {
        throw refusal("has a damaged list of files");
      }
      byte[] name = new byte[nameBytes];
      list.get(start + ZipHeaders.CENTRAL_BYTES, name);
      add(
          ZipHeaders.central(list, name),
          list.getInt(start + 38) >>> 16,
          list.getInt(start + 42) & 0xFFFF_FFFFL);
      list.position(start + ZipHeaders.CENTRAL_BYTES + nameBytes + more);
    }
    if (list.hasRemaining()) {
      throw refusal("has a damaged list of files");
    }
  }

  private void add(ZipHeaders headers, int mode, long headerAt) throws IOException {
    String name = Objects.requireNonNullElse(headers.name(), "");
    String fault = names.fault(name);
    fault = fault == null ? headers.fault() : fault;
    fault = fault == null ? faultOfMode(mode, name.endsWith("/")) : fault;
    if (fault != null) {
      throw refusal(name, fault);
    }
    total += headers.size();
    if (total > Limits.TOTAL_BYTES) {
      throw refusal("holds more than %d bytes".formatted(Limits.TOTAL_BYTES));
    }
    long dataAt = headerAt + localBytes(headers, name, headerAt);
    spans.add(
        new Span(
            name,
            headerAt,
            dataAt + headers.compressedSize(),
            headers.sizesFollow() ? MOST_DESCRIPTOR_BYTES : 0));
    if (!name.endsWith("/")) {
      entries.add(
          new BundleEntry(
              name,
              headers.size(),
              headers.compressedSize(),
              headers.crc(),
              headers.method() == ZipHeaders.DEFLATED,
              dataAt));
    }
  }

  private static @Nullable String faultOfMode(int mode, boolean isDirectory) {
    int type = mode & FILE_TYPE;
    boolean plain = type == 0 || type == (isDirectory ? DIRECTORY : PLAIN_FILE);
    return plain ? null : "is a symbolic link or another special file";
  }

  /** Length of the entry's own header, which must say what the list says. */
  private int localBytes(ZipHeaders headers, String name, long at) throws IOException {
    String differs = "has two headers that differ";
    if (at + ZipHeaders.LOCAL_BYTES > channel.size()) {
      throw refusal(name, differs);
    }
    ByteBuffer fixed = bytes(at, ZipHeaders.LOCAL_BYTES);
    int nameBytes = fixed.getShort(26) & 0xFFFF;
    int extraBytes = fixed.getShort(28) & 0xFFFF;
    if (fixed.getInt(0) != ZipHeaders.LOCAL_SIGNATURE || nameBytes > Limits.NAME_BYTES) {
      throw refusal(name, differs);
    }
    byte[] localName = bytes(at + ZipHeaders.LOCAL_BYTES, nameBytes).array();
    if (!headers.agreesWith(ZipHeaders.local(fixed, localName))) {
      throw refusal(name, differs);
    }
    return ZipHeaders.LOCAL_BYTES + nameBytes + extraBytes;
  }

  /** Bytes between entries could be anything, and entries that overlap are a bomb. */
  private void requireNoGaps(long listAt) throws RecordingException {
    List<Span> inOrder = spans.stream().sorted(Comparator.comparingLong(Span::from)).toList();
    long next = 0;
    long slack = 0;
    for (Span span : inOrder) {
      if (span.from() < next || span.from() > next + slack) {
        throw refusal(span.name(), "does not begin where the file before it ends");
      }
      next = span.to();
      slack = span.slack();
    }
    if (listAt < next || listAt > next + slack) {
      throw refusal("has bytes that belong to no file");
    }
  }

  private ByteBuffer bytes(long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("it is shorter than it says");
      }
    }
    return bytes.flip();
  }

  private RecordingException refusal(String reason) {
    return new RecordingException(file, 0, reason + AGAIN);
  }

  private RecordingException refusal(String name, String reason) {
    return new RecordingException(file + "!/" + name, 0, reason + AGAIN);
  }
}
