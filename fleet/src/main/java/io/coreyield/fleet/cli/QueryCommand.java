package io.coreyield.fleet.cli;

import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.fleet.store.Database;
import io.coreyield.fleet.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code query FLEET SQL}: prints the answer as CSV. */
@Command(
    name = "query",
    description =
        "Ask the tables runs, figures, trials and published in DuckDB's SQL; the answer is CSV. Nothing else can be read or written.")
final class QueryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FLEET", description = "Directory of the fleet.")
  private Path fleet = Path.of("");

  @Parameters(index = "1", paramLabel = "SQL", description = "The question.")
  private String sql = "";

  @Override
  public Integer call() throws IOException {
    try (Database database = new Store(fleet).open()) {
      database.query(sql, answer -> print(answer, spec.commandLine().getOut()));
      return ExitCode.DONE;
    } catch (SQLException e) {
      throw new ParameterException(
          spec.commandLine(), ControlCharacters.marked(Database.sentence(e)), e);
    }
  }

  private static void print(ResultSet answer, PrintWriter out) throws SQLException {
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    @Nullable Object[] row = new Object[answer.getMetaData().getColumnCount()];
    try {
      for (int i = 0; i < row.length; i++) {
        row[i] = text(answer.getMetaData().getColumnLabel(i + 1));
      }
      format.printRecord(out, row);
      while (answer.next()) {
        for (int i = 0; i < row.length; i++) {
          row[i] = text(answer.getObject(i + 1));
        }
        format.printRecord(out, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a run holds could move a terminal's cursor. */
  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : ControlCharacters.marked(value.toString());
  }
}
