package io.coreyield.analysis.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where a command writes that was not told. */
final class DefaultDirectory {

  private static final DateTimeFormatter NOW =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  private DefaultDirectory() {}

  /** {@code coreyield-COMMAND-DATE-TIME} in the working directory, by the local time. */
  static Path of(String command) {
    return Path.of(
        "coreyield-%s-%s"
            .formatted(command, NOW.format(LocalDateTime.now(ZoneId.systemDefault()))));
  }
}
