package io.coreyield.benchmarks.campaign.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where JMH and the links to forks keep files while a campaign runs. */
record TemporaryDirectory(Path path) {

  /** What a campaign needs there, and more. */
  private static final int NEEDED_BYTES = 1 << 16;

  /** A path of a socket has 104 bytes on macOS and 108 on Linux, with the one that ends it. */
  private static final int MAX_SOCKET_PATH = 103;

  private static final String LONGEST_SOCKET = "/coreyield12345678901234567890/link";

  private static final Pattern OURS =
      Pattern.compile(
          "coreyield[0-9]+|coreyield-load[0-9]+[.]csv|jmh[0-9]+(stdout|stderr|compilecommand)");

  static TemporaryDirectory ofThisProcess() {
    return new TemporaryDirectory(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
  }

  /**
   * Does nothing if it serves.
   *
   * @throws IOException saying why it does not
   */
  void requireUsable() throws IOException {
    if ((path + LONGEST_SOCKET).length() > MAX_SOCKET_PATH) {
      throw new IOException("its path is too long for a socket");
    }
    Path probe = Files.createTempFile(path, "probe", null);
    try {
      Files.write(probe, new byte[NEEDED_BYTES]);
    } finally {
      Files.delete(probe);
    }
  }

  /**
   * Deletes what killed processes left behind. Only for the one that holds the lock of JMH there.
   */
  void deleteAbandoned() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        if (OURS.matcher(file.getFileName().toString()).matches()) {
          delete(file);
        }
      }
    }
  }

  private static void delete(Path file) {
    try {
      if (Files.isDirectory(file)) {
        Files.deleteIfExists(file.resolve("link"));
      }
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // Another user's.
    }
  }
}
