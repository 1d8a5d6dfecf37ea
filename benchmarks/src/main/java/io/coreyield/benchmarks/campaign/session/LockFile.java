package io.coreyield.benchmarks.campaign.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that one process at a time holds, and that names it. The system releases it when that
 * process ends, however it does.
 */
final class LockFile implements AutoCloseable {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Path path;
  private final FileChannel channel;

  private LockFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Holds the file, which is made if there is none; empty if another process holds it, or this one.
   *
   * @throws IOException if it cannot be opened, or the file system has no locks
   */
  static Optional<LockFile> tryHold(Path path) throws IOException {
    while (true) {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean held = false;
      try {
        if (tryLock(channel) == null) {
          return Optional.empty();
        }
        String holder = "%d %s\n".formatted(ProcessHandle.current().pid(), Instant.now());
        channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
        // Whoever held it may have deleted it since we opened it. Not read: on Linux, closing the
        // file a second time would release it.
        held = Files.exists(path);
        if (held) {
          return Optional.of(new LockFile(path, channel));
        }
      } finally {
        if (!held) {
          channel.close();
        }
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      // Not its first bytes: on Windows, nobody could read who holds it. JMH locks all of its file.
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  /** Who holds it, as {@code process 4711 (since 14:05)}; JMH and others do not say. */
  static String holder(Path path) {
    try {
      String[] parts = Files.readString(path).strip().split(" ", -1);
      Instant since = Instant.parse(parts[parts.length - 1]).truncatedTo(ChronoUnit.SECONDS);
      return "process %d (since %s)"
          .formatted(Long.parseLong(parts[0]), TIME.format(since.atZone(ZoneId.systemDefault())));
    } catch (IOException | RuntimeException _) {
      return "another process";
    }
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // The lock ends with the process at the latest.
    }
  }
}
