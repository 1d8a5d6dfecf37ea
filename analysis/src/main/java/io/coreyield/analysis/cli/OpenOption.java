package io.coreyield.analysis.cli;

import io.coreyield.analysis.report.terminal.TerminalSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code --open}: shows a page in the browser, as the user's system does it. */
public final class OpenOption {

  /** Openers hand the page on and end; one that goes on is the browser itself. */
  private static final int MAX_SECONDS = 5;

  @Option(names = "--open", description = "Open the page in the browser.")
  private boolean wanted;

  /** Shows it if the user wants it; an obstacle is reported in a sentence and is no failure. */
  public void show(Path page, PrintWriter err) {
    if (wanted) {
      open(opener(System.getProperty("os.name", "")), page)
          .ifPresent(why -> {
            err.printf("the page could not be opened (%s): open %s yourself%n", why, page);
            err.flush();
          });
    }
  }

  static List<String> opener(String os) {
    String typed = TerminalSummary.opener(os);
    // The shell's own command; the first text in quotation marks would be a window's title.
    return typed.equals("start") ? List.of("cmd", "/c", typed, "") : List.of(typed);
  }

  /** Why it cannot be shown so; empty if it can. */
  static Optional<String> open(List<String> opener, Path page) {
    List<String> command =
        Stream.concat(opener.stream(), Stream.of(page.toAbsolutePath().toString())).toList();
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() != 0
          ? Optional.of("%s ended with %d".formatted(opener.getFirst(), process.exitValue()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(opener.getFirst() + " cannot be started");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
