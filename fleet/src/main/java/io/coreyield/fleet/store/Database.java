package io.coreyield.fleet.store;

import io.coreyield.analysis.recording.file.RecordingException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * The tables of a fleet in memory. Once it is locked, no statement can open a file, load an
 * extension or change a setting: what a user or a page asks is untrusted.
 */
public final class Database implements AutoCloseable {

  /** Of tables and of what a query needs; with the JVM's own memory it stays below 1 GB. */
  private static final String MEMORY = "600MB";

  private static final List<String> LOCK =
      List.of(
          "SET allow_community_extensions = false",
          "SET allow_persistent_secrets = false",
          "SET enable_external_access = false",
          "SET lock_configuration = true");

  private final DuckDBConnection connection;

  private Database(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Takes one row of an answer. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes a whole answer. */
  @FunctionalInterface
  public interface AnswerReader {
    void read(ResultSet answer) throws SQLException;
  }

  /** One with empty tables, not locked. */
  static Database empty() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("memory_limit", MEMORY);
    properties.setProperty("temp_directory", "");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
    Database database = new Database(connection.unwrap(DuckDBConnection.class));
    for (FleetTable table : FleetTable.values()) {
      database.execute(table.create());
    }
    return database;
  }

  /** Reads the tables from a directory; the columns must be ours. */
  void load(Path directory) throws SQLException {
    for (FleetTable table : FleetTable.values()) {
      execute(
          "INSERT INTO %s BY NAME SELECT * FROM read_parquet(%s)"
              .formatted(table.sqlName(), quoted(directory.resolve(table.fileName()))));
    }
  }

  void save(Path directory) throws SQLException {
    for (FleetTable table : FleetTable.values()) {
      execute(
          "COPY %s TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(table.sqlName(), quoted(directory.resolve(table.fileName()))));
    }
  }

  private static String quoted(Path path) {
    return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
  }

  /** From now on nothing outside its tables can be reached. */
  Database lock() throws SQLException {
    for (String setting : LOCK) {
      execute(setting);
    }
    return this;
  }

  DuckDBConnection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Runs a statement of the user.
   *
   * @param reader takes the answer of one that has any
   * @throws SQLException in DuckDB's words
   */
  public void query(String sql, AnswerReader reader) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet answer = statement.getResultSet()) {
          reader.read(answer);
        }
      }
    }
  }

  /** The rows of one of our own queries. */
  public <T> List<T> rows(String sql, RowReader<T> reader) {
    List<T> rows = new ArrayList<>();
    try {
      query(
          sql,
          answer -> {
            while (answer.next()) {
              rows.add(reader.read(answer));
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException(sentence(e), e);
    }
    return rows;
  }

  /** What DuckDB says, in one line. */
  public static String sentence(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown error");
  }

  static RecordingException unreadable(Path directory, SQLException e) {
    return new RecordingException(
        directory,
        "its tables cannot be read (%s): ingest the runs into a new directory"
            .formatted(sentence(e)));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
