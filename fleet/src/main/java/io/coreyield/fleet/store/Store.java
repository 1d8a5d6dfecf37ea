package io.coreyield.fleet.store;

import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory of a fleet: {@code fleet.txt} names the schema and the directory of the tables that
 * count, so that a reader sees all of an ingest or none of it.
 *
 * @param directory of the fleet
 */
public record Store(Path directory) {

  static final String SCHEMA = "coreyield/fleet/1";

  private static final String FILE = "fleet.txt";
  private static final Pattern CONTENT = Pattern.compile(SCHEMA + " tables-([0-9]{1,9})\n?");

  private Path file() {
    return directory.resolve(FILE);
  }

  /** Whether something was ingested into it. */
  boolean exists() {
    return Files.exists(file());
  }

  Path tables(int generation) {
    return directory.resolve("tables-" + generation);
  }

  /** The number of the tables that count. */
  int generation() throws RecordingException {
    String text = WholeFile.read(RunFile.at(file()));
    Matcher matcher = CONTENT.matcher(text);
    if (!matcher.matches()) {
      throw new RecordingException(
          file(),
          "is not '%s tables-N': use the version that wrote it, or ingest the runs into a new directory"
              .formatted(SCHEMA));
    }
    return Integer.parseInt(matcher.group(1));
  }

  void publish(int generation) throws RecordingException {
    WholeFile.write(file(), "%s tables-%d\n".formatted(SCHEMA, generation));
  }

  /**
   * Opens the tables to be asked; nothing else can be reached from them.
   *
   * @throws RecordingException if nothing was ingested here, or the tables cannot be read
   */
  public Database open() throws IOException {
    if (!exists()) {
      throw new RecordingException(
          directory, "is no fleet: make one with 'ingest %s RUN…'".formatted(directory));
    }
    Path tables = tables(generation());
    try {
      Database database = Database.empty();
      try {
        database.load(tables);
        return database.lock();
      } catch (SQLException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw Database.unreadable(tables, e);
    }
  }
}
