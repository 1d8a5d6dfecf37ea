package io.coreyield.analysis.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command ended with, and what it wrote. */
public record Outcome(int code, String out, String err) {

  /** Runs a command, an object with picocli's annotations. */
  public static Outcome of(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Commands.line(command, new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
