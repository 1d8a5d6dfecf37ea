package io.coreyield.analysis.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The directory that a command writes to. */
public final class DefaultDirectory {

  private static final DateTimeFormatter NOW =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  private DefaultDirectory() {}

  /** The given one; or else that of {@link #now}. */
  static Path orNew(@Nullable Path given, String name) {
    return given != null ? given : now(name);
  }

  /** {@code NAME-DATE-TIME} in the working directory, by the local time. */
  public static Path now(String name) {
    return Path.of("%s-%s".formatted(name, NOW.format(LocalDateTime.now(ZoneId.systemDefault()))));
  }
}
