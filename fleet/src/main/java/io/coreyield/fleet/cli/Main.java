package io.coreyield.fleet.cli;

import io.coreyield.analysis.cli.Commands;
import io.coreyield.analysis.cli.CompletionCommand;
import io.coreyield.analysis.cli.VersionCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The commands of {@code fleet.jar}. */
@Command(
    name = Main.NAME,
    description = "What many machines say together: a table of runs, questions in SQL, one page.",
    subcommands = {
      IngestCommand.class,
      QueryCommand.class,
      ReportCommand.class,
      CompletionCommand.class,
      HelpCommand.class,
      VersionCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  java -jar fleet.jar ingest FLEET results/",
      "  java -jar fleet.jar query FLEET \"SELECT cpu, count(*) FROM runs GROUP BY cpu\"",
      "  java -jar fleet.jar report FLEET --out report"
    })
public final class Main {

  static final String NAME = "java -jar fleet.jar";

  Main() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Commands.run(new Main(), arguments));
  }
}
