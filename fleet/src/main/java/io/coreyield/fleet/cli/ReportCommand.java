package io.coreyield.fleet.cli;

import io.coreyield.analysis.cli.DefaultDirectory;
import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.cli.OpenOption;
import io.coreyield.fleet.report.FleetWriter;
import io.coreyield.fleet.store.Database;
import io.coreyield.fleet.store.Store;
import io.coreyield.fleet.summary.Fleet;
import io.coreyield.fleet.summary.Prices;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report FLEET}: writes the page of a fleet. */
@Command(name = "report", description = "Write the page of a fleet, and its tables as CSV.")
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FLEET", description = "Directory of the fleet.")
  private Path fleet = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write to this new directory (default: coreyield-fleet-DATE-TIME).")
  private @Nullable Path out;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description =
          "CSV with the columns machine (a name, or an instance type) and price_per_hour. An asterisk at the end stands for any names that begin so.")
  private @Nullable Path prices;

  @Mixin private OpenOption open = new OpenOption();

  @Override
  public Integer call() throws IOException {
    Prices known = prices == null ? Prices.NONE : Prices.read(prices);
    Path directory = out == null ? DefaultDirectory.now("coreyield-fleet") : out;
    try (Database database = new Store(fleet).open()) {
      Fleet summary = Fleet.of(database, known);
      FleetWriter.write(summary, directory);
      PrintWriter words = spec.commandLine().getOut();
      words.printf("%s%nPage:    %s%n", FleetWriter.summary(summary), FleetWriter.page(directory));
      words.flush();
      open.show(FleetWriter.page(directory), spec.commandLine().getErr());
      return ExitCode.DONE;
    } catch (SQLException e) {
      throw new IOException(Database.sentence(e), e);
    }
  }
}
