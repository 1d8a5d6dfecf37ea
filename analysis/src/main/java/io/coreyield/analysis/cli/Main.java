package io.coreyield.analysis.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine.Command;

/** The commands of {@code analysis.jar}. */
@Command(
    name = Main.NAME,
    description = "What a run says: what another worker, and a hyperthread, is worth on a machine.",
    mixinStandardHelpOptions = true,
    versionProvider = JarVersion.class,
    subcommands = ReportCommand.class)
public final class Main {

  static final String NAME = "java -jar analysis.jar";

  private Main() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    Charset charset = Terminal.charset();
    PrintWriter out = new PrintWriter(System.out, true, charset);
    PrintWriter err = new PrintWriter(System.err, true, charset);
    System.exit(run(out, err, arguments));
  }

  /** Runs a command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return Commands.line(new Main(), out, err).execute(arguments);
  }
}
