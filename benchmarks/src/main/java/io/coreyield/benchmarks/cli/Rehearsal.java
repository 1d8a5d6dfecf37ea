package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.ExitCode;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the commands that must start fast, one after another in one JVM, while {@code run.sh}
 * records an AOT cache. Measures nothing.
 */
final class Rehearsal {

  private Rehearsal() {}

  /**
   * Simulates two runs, reports and compares them.
   *
   * @param args a description of a machine to simulate, and an empty directory to write to
   */
  public static void main(String[] args) {
    String machine = args[0];
    Path scratch = Path.of(args[1]);
    String first = scratch.resolve("first").toString();
    String second = scratch.resolve("second").toString();
    int code = ExitCode.DONE;
    for (List<String> command :
        List.of(
            List.of("run", "--simulate", machine, "--seed", "1", "--no-report", "--out", first),
            List.of("run", "--simulate", machine, "--seed", "2", "--no-report", "--out", second),
            List.of("report", first),
            List.of("compare", first, second, "--out", scratch.resolve("compared").toString()))) {
      code = Math.max(code, Main.run(command.toArray(String[]::new)));
    }
    System.exit(code);
  }
}
