package io.coreyield.benchmarks.machine;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernel's pressure stall information of the CPUs, {@code /proc/pressure/cpu}. */
final class CpuPressure {

  private static final long NS_PER_US = 1_000;
  private static final int MOST_BYTES = 256;
  private static final Pattern SOME =
      Pattern.compile("some\\b[^\\n]* total=([0-9]{1,15})(?:\\n|$)");

  private CpuPressure() {}

  /**
   * For how long some task that could have run has waited for a CPU since the machine started, ns;
   * empty where the file is missing or does not tell.
   */
  static Optional<Long> someNs(Path file) {
    // The plain stream: a third of what java.nio's take, in a JVM that does this twice a second.
    try (InputStream in = new FileInputStream(file.toFile())) {
      return someNs(new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The same, from its content.
   *
   * @param content begins with {@code some avg10=0.00 avg60=0.00 avg300=0.00 total=1234}, the total
   *     in microseconds
   */
  static Optional<Long> someNs(String content) {
    Matcher some = SOME.matcher(content);
    return some.lookingAt()
        ? Optional.of(Long.parseLong(some.group(1)) * NS_PER_US)
        : Optional.empty();
  }
}
