package io.coreyield.benchmarks.it;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a process left.
 *
 * @param exit its exit code
 * @param out all of its standard output
 * @param err all of its standard error
 */
record Ended(int exit, String out, String err) {

  private static final Pattern EXPECTED =
      Pattern.compile(
          "\\d+:\\d\\d elapsed, .*|warning: .*|Preparing forks, .*|Measuring .*|\\d+ (iterations|blocks) a fork .*");

  /** What standard error has, without progress and warnings about the machine. */
  String complaints() {
    return err.lines()
        .filter(line -> !EXPECTED.matcher(line).matches())
        .collect(Collectors.joining("\n"));
  }
}
