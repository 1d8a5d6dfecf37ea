package io.coreyield.fleet.store;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds runs to a fleet. Nothing is seen before {@link #commit}; the tables before it stay for those
 * who are reading them.
 */
public final class StoreWriter implements AutoCloseable {

  private final Store store;
  private final FileChannel lock;
  private final Database database;
  private final int generation;

  private StoreWriter(Store store, FileChannel lock, Database database, int generation) {
    this.store = store;
    this.lock = lock;
    this.database = database;
    this.generation = generation;
  }

  /**
   * Opens a fleet, or begins one in a directory that is empty or missing.
   *
   * @throws RecordingException if the directory holds something else, or another process writes it
   */
  public static StoreWriter open(Store store) throws IOException {
    Path directory = store.directory();
    try {
      requireOurs(store);
      Files.createDirectories(directory);
      FileChannel lock =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        return locked(store, lock);
      } catch (IOException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw e instanceof RecordingException ours
          ? ours
          : RecordingException.unwritable(directory, e, "give another directory");
    }
  }

  private static void requireOurs(Store store) throws IOException {
    if (Files.isDirectory(store.directory()) && !store.exists()) {
      try (Stream<Path> files = Files.list(store.directory())) {
        if (files.anyMatch(file -> !file.endsWith("lock"))) {
          throw new RecordingException(
              store.directory(), "holds files and is no fleet: give a new directory");
        }
      }
    }
  }

  private static StoreWriter locked(Store store, FileChannel lock) throws IOException {
    if (lock.tryLock() == null) {
      throw new RecordingException(
          store.directory(), "another process ingests into it: wait until that ends");
    }
    int generation = store.exists() ? store.generation() : 0;
    try {
      Database database = Database.empty();
      if (store.exists()) {
        database.load(store.tables(generation));
      }
      return new StoreWriter(store, lock, database, generation);
    } catch (SQLException e) {
      throw Database.unreadable(store.directory(), e);
    }
  }

  /** The machine of each run, by the digest of its files. */
  public Map<String, String> machines() {
    Map<String, String> machines = new HashMap<>();
    database.rows(
        "SELECT digest, machine FROM runs",
        row -> machines.put(row.getString(1), row.getString(2)));
    return machines;
  }

  /** How many trials each campaign has, by its id. */
  public Map<String, Integer> trials() {
    Map<String, Integer> trials = new HashMap<>();
    database.rows(
        "SELECT run_id, trials FROM runs", row -> trials.put(row.getString(1), row.getInt(2)));
    return trials;
  }

  /** Adds runs in place of those with their ids. */
  public void put(List<RunRow> runs) {
    try {
      delete(runs.stream().map(RunRow::id).toList());
      TableRows.append(database.connection(), runs);
    } catch (SQLException e) {
      throw new IllegalStateException(Database.sentence(e), e);
    }
  }

  private void delete(List<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    // Ids are hexadecimal digits of ours.
    String list = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    for (FleetTable table : List.of(FleetTable.RUNS, FleetTable.FIGURES, FleetTable.TRIALS)) {
      database.execute("DELETE FROM %s WHERE run_id IN (%s)".formatted(table.sqlName(), list));
    }
  }

  /** Puts published curves in place of all that were there. */
  public void put(Catalogue catalogue) {
    try {
      database.execute("DELETE FROM published");
      TableRows.append(database.connection(), catalogue);
    } catch (SQLException e) {
      throw new IllegalStateException(Database.sentence(e), e);
    }
  }

  /** Writes the tables; from then on they count. */
  public void commit() throws IOException {
    Path next = store.tables(generation + 1);
    try {
      clear(next);
      Files.createDirectories(next);
      database.save(next);
      store.publish(generation + 1);
      clear(store.tables(generation - 1));
    } catch (SQLException e) {
      throw RecordingException.unwritable(
          next, new IOException(Database.sentence(e), e), "give another directory");
    }
  }

  private static void clear(Path tables) throws IOException {
    for (FleetTable table : FleetTable.values()) {
      Files.deleteIfExists(tables.resolve(table.fileName()));
    }
    Files.deleteIfExists(tables);
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IOException(Database.sentence(e), e);
    } finally {
      lock.close();
    }
  }
}
