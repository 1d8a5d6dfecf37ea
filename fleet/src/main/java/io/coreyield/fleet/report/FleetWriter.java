package io.coreyield.fleet.report;

import io.coreyield.analysis.recording.file.NewDirectory;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.TableFiles;
import io.coreyield.fleet.summary.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what a fleet says. */
public final class FleetWriter {

  private FleetWriter() {}

  /** The page in a directory. */
  public static Path page(Path directory) {
    return directory.resolve("fleet.html");
  }

  /** The page. */
  public static String html(Fleet fleet) {
    return FleetPage.of(fleet).html();
  }

  /** What is read first, for a terminal. */
  public static String summary(Fleet fleet) {
    return FleetWords.answer(fleet) + "\n" + FleetWords.lead(fleet) + "\n";
  }

  /**
   * Writes the page, and every table in full as CSV.
   *
   * @param directory made if it is missing
   * @throws RecordingException naming the directory and what to do, if it holds anything or cannot
   *     be written
   */
  public static void write(Fleet fleet, Path directory) throws IOException {
    NewDirectory.make(directory);
    try {
      Files.writeString(page(directory), html(fleet));
      Path tables = Files.createDirectories(directory.resolve("tables"));
      for (Table table : FleetTables.all(fleet)) {
        Files.writeString(tables.resolve(table.name() + ".csv"), TableFiles.csv(table));
      }
    } catch (IOException e) {
      throw NewDirectory.unwritable(directory, e);
    }
  }
}
