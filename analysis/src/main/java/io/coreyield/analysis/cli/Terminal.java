package io.coreyield.analysis.cli;

import io.coreyield.analysis.report.terminal.TerminalSummary;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** What the terminal can show. */
public final class Terminal {

  private static final Pattern COLUMNS = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ (\\d+)\\s*");

  private Terminal() {}

  /** The character set of standard output. */
  public static Charset charset() {
    return Charset.forName(System.getProperty("stdout.encoding", StandardCharsets.UTF_8.name()));
  }

  /** Whether someone sees standard output as it is written, rather than a file or a pipe. */
  public static boolean isInteractive() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /** The width of standard output, as {@link #columnsOf}. */
  public static int columns() {
    return columnsOf(isInteractive());
  }

  /**
   * The width of a stream: that of {@code COLUMNS}, else that of the terminal, else {@value
   * TerminalSummary#USUAL_COLUMNS}.
   *
   * @param isTerminal whether the stream is the terminal
   */
  public static int columnsOf(boolean isTerminal) {
    return columns(System.getenv(), () -> isTerminal ? asked() : OptionalInt.empty());
  }

  static int columns(Map<String, String> environment, Supplier<OptionalInt> asked) {
    String given = environment.getOrDefault("COLUMNS", "");
    return COLUMNS.matcher(given).matches()
        ? Integer.parseInt(given)
        : asked.get().orElse(TerminalSummary.USUAL_COLUMNS);
  }

  /** What the terminal itself says; empty where it cannot be asked, or knows no width. */
  private static OptionalInt asked() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return columnsIn(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  /** In rows and columns, as {@code stty size} prints them; a terminal that knows none says 0. */
  static OptionalInt columnsIn(String size) {
    Matcher matcher = ROWS_AND_COLUMNS.matcher(size);
    return matcher.matches() && COLUMNS.matcher(matcher.group(1)).matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /**
   * Whether it may show only ASCII: it can show no more, as under {@code LC_ALL=C}, or the user of
   * this command wants no more.
   */
  public static boolean isAscii(CommandSpec command) {
    return !charset().newEncoder().canEncode("×–−µ")
        || Commands.isGiven(command.root().commandLine().getParseResult(), Commands.ASCII);
  }
}
