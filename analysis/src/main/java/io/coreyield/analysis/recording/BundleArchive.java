package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.trial.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A zip file that is open for reading where it lies. Whoever made it may be hostile: {@link Limits}
 * caps what it can take, and nothing of it becomes a path on this machine.
 */
public final class BundleArchive implements AutoCloseable {

  /** Where a bundle of ours holds the run. */
  public static final String DATA = "data/";

  private final Path path;
  private final FileChannel channel;
  private final ZipDirectory.Read directory;
  private final Map<String, BundleEntry> entries = new LinkedHashMap<>();

  private BundleArchive(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.directory = ZipDirectory.read(channel, path.toString());
    directory.entries().forEach(entry -> entries.put(entry.name(), entry));
  }

  /**
   * Opens a zip file and reads its list of files.
   *
   * @throws RecordingException naming the file, the entry and what to do, if there is none, it is
   *     no zip file, or one of its entries is not to be trusted
   */
  public static BundleArchive open(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new RecordingException(
          path,
          Files.exists(path)
              ? "is not a file: give a bundle, as 'bundle' wrote it"
              : "does not exist: give a bundle, as 'bundle' wrote it");
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(path);
    } catch (IOException e) {
      throw RunFile.at(path).unreadable(e);
    }
    try {
      return new BundleArchive(path, channel);
    } catch (IOException e) {
      channel.close();
      throw RunFile.at(path).unreadable(e);
    }
  }

  /** The zip file. */
  public Path path() {
    return path;
  }

  /** Its files, in the order of its list. */
  public List<BundleEntry> entries() {
    return directory.entries();
  }

  /** The file of a name. */
  public Optional<BundleEntry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** An entry as errors name it: {@code bundle.zip!/data/run.json}. */
  public String nameOf(String entry) {
    return path + "!/" + entry;
  }

  /** Its content, whose end is refused if it is not what the zip file says. */
  public InputStream open(BundleEntry entry) {
    return new EntryStream(channel, entry, nameOf(entry.name()));
  }

  /** The comment at the zip file's end, a character for each byte. */
  public String comment() {
    return directory.comment();
  }

  /** Where the record of the end begins, of which the comment is the last part. */
  public long endAt() {
    return directory.endAt();
  }

  /** The bytes of the zip file themselves. */
  public FileChannel bytes() {
    return channel;
  }

  /**
   * Reads the run in it.
   *
   * @throws RecordingException naming the entry, the line and what to do
   */
  public Run run() throws IOException {
    String root = root();
    return RunFiles.read(path.toString(), name -> new BundledFile(this, root + name));
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
    channel.close();
  }
}
