package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip file that is read in place. It may be hostile: {@link Limits} caps its cost, and no name in
 * it becomes a path on this machine.
 */
public final class BundleArchive implements AutoCloseable {

  /** The directory of the run in a bundle of ours. */
  public static final String DATA = "data/";

  private static final String AGAIN = ": get the bundle again from where it came";
  private static final int FILE_TYPE = 0xF000;
  private static final int PLAIN_FILE = 0x8000;
  private static final int DIRECTORY = 0x4000;
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int PATCHED = 1 << 5;
  private static final int LOCAL_HEADER_BYTES = 30;

  // The record at the end of a zip file, by its specification (APPNOTE.TXT, 4.3.16).
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int END_COUNT = 10;
  private static final int COUNTED_ELSEWHERE = 0xffff;
  private static final int MAX_COMMENT_BYTES = 0xffff;
  private static final String NO_ZIP = "is no zip file, or was cut short";

  private final Path path;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

  private BundleArchive(Path path, ZipFile zip, SeekableByteChannel channel) throws IOException {
    this.path = path;
    this.zip = zip;
    EntryNames names = new EntryNames();
    long total = 0;
    List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
    if (all.size() > Limits.ENTRIES) {
      throw tooManyFiles(path);
    }
    requireWholeList(all.size(), channel);
    for (ZipArchiveEntry entry : all) {
      String faultOfName = names.fault(entry.getName());
      String fault = faultOfName == null ? fault(entry) : faultOfName;
      if (fault != null) {
        throw refusal(nameOf(entry.getName()), fault);
      }
      requireOneName(entry, channel);
      total += entry.getSize();
      if (total > Limits.TOTAL_BYTES) {
        throw refusal(path.toString(), "holds more than %d bytes".formatted(Limits.TOTAL_BYTES));
      }
      if (!entry.isDirectory()) {
        entries.put(entry.getName(), entry);
      }
    }
    String both = names.fileAndDirectory();
    if (both != null) {
      throw refusal(nameOf(both), "is both a file and a directory");
    }
  }

  /**
   * Opens a zip file and reads its list of files.
   *
   * @throws RecordingException naming the file, the entry and what to do, if there is none, it is
   *     no zip file, or one of its entries is not to be trusted
   */
  public static BundleArchive open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      String fault = Files.exists(path) ? "is not a file" : "does not exist";
      throw new RecordingException(path, fault + ": give a bundle, as 'bundle' wrote it");
    }
    SeekableByteChannel channel;
    try {
      channel = Files.newByteChannel(path);
    } catch (IOException e) {
      throw RunFile.at(path).unreadable(e);
    }
    try {
      return new BundleArchive(path, zip(path, new CappedChannel(channel)), channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static ZipFile zip(Path path, CappedChannel channel) throws RecordingException {
    try {
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              .setCharset(StandardCharsets.UTF_8)
              .setUseUnicodeExtraFields(false)
              .get();
      channel.listIsRead();
      return zip;
    } catch (IOException e) {
      throw channel.isSpent() ? tooManyFiles(path) : refusal(path.toString(), NO_ZIP);
    }
  }

  /** A damaged entry ends the list for its reader: the end of the file says how many there are. */
  private void requireWholeList(int read, SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    ByteBuffer tail = ByteBuffer.allocate((int) Math.min(size, END_BYTES + MAX_COMMENT_BYTES));
    channel.position(size - tail.capacity());
    while (tail.hasRemaining() && channel.read(tail) >= 0) {}
    tail.order(ByteOrder.LITTLE_ENDIAN);
    int at = tail.capacity() - END_BYTES;
    while (at > 0 && tail.getInt(at) != END) {
      at--;
    }
    int count = at < 0 ? -1 : Short.toUnsignedInt(tail.getShort(at + END_COUNT));
    if (count != read && count != COUNTED_ELSEWHERE) {
      throw refusal(path.toString(), NO_ZIP);
    }
  }

  /** A damaged name in the list of files would make a file vanish that may be missing. */
  private void requireOneName(ZipArchiveEntry entry, SeekableByteChannel channel)
      throws IOException {
    ByteBuffer name = ByteBuffer.allocate(entry.getRawName().length);
    channel.position(entry.getLocalHeaderOffset() + LOCAL_HEADER_BYTES);
    while (name.hasRemaining() && channel.read(name) >= 0) {}
    if (!Arrays.equals(name.array(), entry.getRawName())) {
      throw refusal(nameOf(entry.getName()), "has another name in its own header");
    }
  }

  private static @Nullable String fault(ZipArchiveEntry entry) {
    long size = entry.getSize();
    long packed = entry.getCompressedSize();
    int type = (int) (entry.getExternalAttributes() >>> 16) & FILE_TYPE;
    if (type != 0 && type != (entry.isDirectory() ? DIRECTORY : PLAIN_FILE)) {
      return "is a symbolic link or another special file";
    }
    if ((entry.getRawFlag() & ENCRYPTED) != 0) {
      return "is encrypted";
    }
    if ((entry.getRawFlag() & PATCHED) != 0
        || (entry.getMethod() != ZipArchiveEntry.STORED
            && entry.getMethod() != ZipArchiveEntry.DEFLATED)) {
      return "is packed in a way that no bundle of ours is";
    }
    if (Math.max(size, packed) > Limits.FILE_BYTES || Math.min(size, packed) < 0) {
      return "is larger than %d bytes".formatted(Limits.FILE_BYTES);
    }
    if (size > Limits.RATIO_FREE_BYTES && size / Limits.RATIO > packed) {
      return "grows more than %d times when it is decompressed".formatted(Limits.RATIO);
    }
    return null;
  }

  private static RecordingException tooManyFiles(Path path) {
    return refusal(path.toString(), "holds more than %d files".formatted(Limits.ENTRIES));
  }

  private static RecordingException refusal(String where, String reason) {
    return new RecordingException(where, 0, reason + AGAIN);
  }

  /** The zip file. */
  public Path path() {
    return path;
  }

  /** The names of its files, in the order of its list. */
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** An entry as errors name it: {@code bundle.zip!/data/run.json}. */
  String nameOf(String entry) {
    return path + "!/" + entry;
  }

  /**
   * The content of a file, whose end is refused if it is not what the zip file says.
   *
   * @throws NoSuchFileException if there is none of this name
   */
  public InputStream open(String name) throws IOException {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw new NoSuchFileException(name);
    }
    try {
      return new EntryStream(
          zip.getInputStream(entry), nameOf(name), entry.getSize(), entry.getCrc());
    } catch (IOException e) {
      throw EntryStream.damaged(nameOf(name));
    }
  }

  /**
   * What the names of the run's files begin with: {@code data/} in a bundle of ours.
   *
   * @throws RecordingException if there are several runs, or none
   */
  public String root() throws IOException {
    List<String> places =
        entries.keySet().stream()
            .filter(name -> name.equals(RunFiles.RUN) || name.endsWith("/" + RunFiles.RUN))
            .map(name -> name.substring(0, name.length() - RunFiles.RUN.length()))
            .toList();
    if (places.contains(DATA)) {
      return DATA;
    }
    if (places.isEmpty()) {
      throw new BundledFile(this, DATA + RunFiles.RUN).unreadable(new NoSuchFileException(""));
    }
    if (places.size() > 1) {
      throw new RecordingException(
          path,
          "holds several runs (%s): give a zip file of one"
              .formatted(places.stream().limit(4).collect(Collectors.joining(", "))));
    }
    return places.getFirst();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
